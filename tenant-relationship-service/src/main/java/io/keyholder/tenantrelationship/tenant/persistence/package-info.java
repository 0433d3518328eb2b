/** Tenants in PostgreSQL. Package-private: nobody else knows the tables. */
@NullMarked
package io.keyholder.tenantrelationship.tenant.persistence;

import org.jspecify.annotations.NullMarked;
