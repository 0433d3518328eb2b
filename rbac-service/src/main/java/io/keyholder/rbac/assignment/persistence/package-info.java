/** Assignments in PostgreSQL. Package-private: nobody else knows the tables. */
@NullMarked
package io.keyholder.rbac.assignment.persistence;

import org.jspecify.annotations.NullMarked;
