/** The life of a delegation: started by an acceptance, widened and narrowed by the customer, ended with the relationship. */
@NullMarked
package io.keyholder.rooms.delegation.application;

import org.jspecify.annotations.NullMarked;
