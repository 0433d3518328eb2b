/** Invitations and what is known of others' rooms and relationships, in PostgreSQL. No rules live here. */
@NullMarked
package io.keyholder.invitation.persistence;

import org.jspecify.annotations.NullMarked;
