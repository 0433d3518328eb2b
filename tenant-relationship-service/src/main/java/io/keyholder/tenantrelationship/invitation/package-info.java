/** What this service knows of invitations: which customers wait for a partner's answer. Tenants and relationships ask it. */
@NullMarked
package io.keyholder.tenantrelationship.invitation;

import org.jspecify.annotations.NullMarked;
