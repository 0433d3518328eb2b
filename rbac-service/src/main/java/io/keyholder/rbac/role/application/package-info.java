/** Creating, changing and deleting roles, and the ports that needs. */
@NullMarked
package io.keyholder.rbac.role.application;

import org.jspecify.annotations.NullMarked;
