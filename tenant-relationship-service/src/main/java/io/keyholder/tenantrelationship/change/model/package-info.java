/** What needs a tenant's consent, and what may become of it. */
@NullMarked
package io.keyholder.tenantrelationship.change.model;

import org.jspecify.annotations.NullMarked;
