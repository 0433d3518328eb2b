/**
 * Customers' offers to partners: sent, answered, cancelled, and shown to either side. One customer and one partner never have two that
 * are pending, or accepted and their relationship not terminated, so nothing further on can refuse an acceptance.
 */
@NullMarked
package io.keyholder.invitation.invitation;

import org.jspecify.annotations.NullMarked;
