/** Accepted invitations become relationships here, and every change of one is published with its audit entry. */
@NullMarked
package io.keyholder.tenantrelationship.relationship.messaging;

import org.jspecify.annotations.NullMarked;
