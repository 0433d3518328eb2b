/** Tenants over HTTP: operators see and change all, others see their own and the names of those they deal with. */
@NullMarked
package io.keyholder.tenantrelationship.tenant.api;

import org.jspecify.annotations.NullMarked;
