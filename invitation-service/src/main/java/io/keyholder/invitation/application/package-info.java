/**
 * The use cases of invitations, each in the caller's transaction, and the ports they need. What a caller may do is decided
 * before, in {@code api}; HTTP, SQL and Kafka are not known here.
 */
@NullMarked
package io.keyholder.invitation.application;

import org.jspecify.annotations.NullMarked;
