/** Roles and the catalogue of permissions over HTTP. */
@NullMarked
package io.keyholder.rbac.role.api;

import org.jspecify.annotations.NullMarked;
