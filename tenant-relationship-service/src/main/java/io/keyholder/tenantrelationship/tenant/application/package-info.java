/** Registering and changing tenants, and the ports that needs. */
@NullMarked
package io.keyholder.tenantrelationship.tenant.application;

import org.jspecify.annotations.NullMarked;
