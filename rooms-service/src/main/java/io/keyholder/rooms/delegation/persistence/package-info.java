/** Delegations in PostgreSQL, and what has been taken in of others' events. */
@NullMarked
package io.keyholder.rooms.delegation.persistence;

import org.jspecify.annotations.NullMarked;
