/** Roles in PostgreSQL. Package-private: nobody else knows the table. */
@NullMarked
package io.keyholder.rbac.role.persistence;

import org.jspecify.annotations.NullMarked;
