/**
 * Tenants: registering and changing them, who may know of them, and their issuers. Registrations and changes run one after the other,
 * under one lock, so that no two tenants take the same domain or issuer.
 */
@NullMarked
package io.keyholder.tenantrelationship.tenant;

import org.jspecify.annotations.NullMarked;
