/** Relationships in PostgreSQL. Package-private: nobody else knows the tables. */
@NullMarked
package io.keyholder.tenantrelationship.relationship.persistence;

import org.jspecify.annotations.NullMarked;
