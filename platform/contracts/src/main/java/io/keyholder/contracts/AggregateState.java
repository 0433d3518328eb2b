package io.keyholder.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * The whole public state of an aggregate after a change: what an event on a state topic carries. A consumer needs no
 * earlier event to understand it.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface AggregateState extends Payload
        permits TenantState,
                RelationshipState,
                InvitationState,
                RoleState,
                AssignmentState,
                DelegationState,
                RoomState,
                RoomGroupState {

    UUID id();

    /** Whether this is the aggregate's last state: it is kept for 30 days and then replaced by a tombstone. */
    @JsonIgnore
    boolean isEnded();

    /**
     * The same aggregate at its end, as strict as its kind knows: what is published of one that a restored database no
     * longer has.
     */
    AggregateState ended();

    /**
     * Names of restrictions that a reader must know to read this state safely. A reader that does not know one of them
     * treats the event as unreadable and denies what depends on it.
     */
    default List<String> mustUnderstand() {
        return List.of();
    }
}
