/** Roles for the other services: every change is published with its audit entry. */
@NullMarked
package io.keyholder.rbac.role.messaging;

import org.jspecify.annotations.NullMarked;
