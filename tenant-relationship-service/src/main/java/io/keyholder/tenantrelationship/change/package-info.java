/**
 * Changes of tenants. Issuers and domains that are added to a tenant whose Global admin has signed in wait for that tenant's consent;
 * everything else is done at once. Nobody but the audit log hears of what waits.
 */
@NullMarked
package io.keyholder.tenantrelationship.change;

import org.jspecify.annotations.NullMarked;
