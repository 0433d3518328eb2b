/** What a tenant is and which registrations hold together. Plain Java. */
@NullMarked
package io.keyholder.tenantrelationship.tenant.domain;

import org.jspecify.annotations.NullMarked;
