/** What a tenant is, what may become of it, and how its issuers' tokens may be read. */
@NullMarked
package io.keyholder.tenantrelationship.tenant.model;

import org.jspecify.annotations.NullMarked;
