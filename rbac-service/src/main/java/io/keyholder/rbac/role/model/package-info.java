/** A role, and what may become of it. Plain Java. */
@NullMarked
package io.keyholder.rbac.role.model;

import org.jspecify.annotations.NullMarked;
