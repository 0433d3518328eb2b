/** Assignments: who holds a role over which rooms, from when until when. Plain Java. */
@NullMarked
package io.keyholder.rbac.assignment.domain;

import org.jspecify.annotations.NullMarked;
