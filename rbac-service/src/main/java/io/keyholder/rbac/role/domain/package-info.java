/** Roles: named sets of permissions in one context. Plain Java. */
@NullMarked
package io.keyholder.rbac.role.domain;

import org.jspecify.annotations.NullMarked;
