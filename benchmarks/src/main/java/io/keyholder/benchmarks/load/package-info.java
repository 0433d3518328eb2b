/** Load, made by Hyperfoil: what is sent, how fast, and what came of it. Knows nothing of what is measured. */
@NullMarked
package io.keyholder.benchmarks.load;

import org.jspecify.annotations.NullMarked;
