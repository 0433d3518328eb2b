/** Drills: a workload of both sides, a fault in the middle of it, and a check of all that was answered. */
@NullMarked
package io.keyholder.drills;

import org.jspecify.annotations.NullMarked;
