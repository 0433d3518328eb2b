/** How soon what was taken away is refused: ways to take something away, and a probe that asks for it without pause. */
@NullMarked
package io.keyholder.benchmarks.scenario.removal;

import org.jspecify.annotations.NullMarked;
