/** Delegations: the rooms a relationship covers, past which no partner permission reaches. */
@NullMarked
package io.keyholder.rooms.delegation.domain;

import org.jspecify.annotations.NullMarked;
