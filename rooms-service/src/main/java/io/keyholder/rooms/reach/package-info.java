/**
 * Who reaches which rooms: what the decision point allows, cut to the delegation as this service's own table has it, for one room and
 * as SQL for lists. Reads delegations and changes nothing.
 */
@NullMarked
package io.keyholder.rooms.reach;

import org.jspecify.annotations.NullMarked;
