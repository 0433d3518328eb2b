/** Delegations over HTTP: the customer reads and writes, the partner reads. */
@NullMarked
package io.keyholder.rooms.delegation.api;

import org.jspecify.annotations.NullMarked;
