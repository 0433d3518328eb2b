/** An assignment, and what may become of it. Plain Java. */
@NullMarked
package io.keyholder.rbac.assignment.model;

import org.jspecify.annotations.NullMarked;
