/** What customers and partners do meanwhile. */
@NullMarked
package io.keyholder.drills.workload;

import org.jspecify.annotations.NullMarked;
