/** Tenants for the other services: every change is published with its audit entry. */
@NullMarked
package io.keyholder.tenantrelationship.tenant.messaging;

import org.jspecify.annotations.NullMarked;
