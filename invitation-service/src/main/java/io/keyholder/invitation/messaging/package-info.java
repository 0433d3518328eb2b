/** Invitations as the other services and the audit log hear of them, and what is heard of relationships and rooms. */
@NullMarked
package io.keyholder.invitation.messaging;

import org.jspecify.annotations.NullMarked;
