/** What is run from the command line: {@code benchmarks/run}. */
@NullMarked
package io.keyholder.benchmarks;

import org.jspecify.annotations.NullMarked;
