/** Assignments: who holds a role over which rooms, and when. Always somebody administers a context. */
@NullMarked
package io.keyholder.rbac.assignment;

import org.jspecify.annotations.NullMarked;
