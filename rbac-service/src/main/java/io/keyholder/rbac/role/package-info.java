/** Roles: named sets of permissions in one context. Nothing here knows who holds them. */
@NullMarked
package io.keyholder.rbac.role;

import org.jspecify.annotations.NullMarked;
