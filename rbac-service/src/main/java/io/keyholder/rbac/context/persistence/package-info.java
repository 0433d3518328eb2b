/** Contexts in PostgreSQL. Package-private: nobody else knows the table. */
@NullMarked
package io.keyholder.rbac.context.persistence;

import org.jspecify.annotations.NullMarked;
