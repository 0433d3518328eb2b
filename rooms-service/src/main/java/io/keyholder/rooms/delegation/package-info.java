/**
 * The rooms that a relationship covers: started by an acceptance, widened and narrowed by the customer, ended with the relationship.
 * Whoever asks this service after a change is answered by it: lists and single rooms read the same rows.
 */
@NullMarked
package io.keyholder.rooms.delegation;

import org.jspecify.annotations.NullMarked;
