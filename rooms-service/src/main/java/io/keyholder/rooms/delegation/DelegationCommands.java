package io.keyholder.rooms.delegation;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Scope;
import io.keyholder.outbox.Provenance;
import io.keyholder.record.AuditLog;
import io.keyholder.record.Difference;
import io.keyholder.record.Locked;
import io.keyholder.record.Outcome;
import io.keyholder.record.Recorder;
import io.keyholder.rooms.delegation.model.Delegation;
import io.keyholder.rooms.group.GroupDeleting;
import io.keyholder.rooms.group.RoomsJoining;
import io.keyholder.rooms.reach.DelegatedScopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts, changes and ends delegations, in the caller's transaction. */
@ApplicationScoped
class DelegationCommands {
    private final DelegationStore delegations;
    private final DelegableIds delegable;
    private final DelegatedScopes scopes;
    private final DelegationRecords records;
    private final Recorder recorder;
    private final AuditLog log;
    private final Clock clock;

    DelegationCommands(
            DelegationStore delegations,
            DelegableIds delegable,
            DelegatedScopes scopes,
            DelegationRecords records,
            Recorder recorder,
            AuditLog log,
            Clock clock) {
        this.delegations = delegations;
        this.delegable = delegable;
        this.scopes = scopes;
        this.records = records;
        this.recorder = recorder;
        this.log = log;
        this.clock = clock;
    }

    /**
     * An accepted invitation starts the delegation of its relationship, once however often it is heard of, and never when the
     * relationship has ended meanwhile.
     *
     * @param offered what the invitation named; what does not exist any more, or never was the customer's, is left out
     */
    void start(UUID relationshipId, UUID customerId, UUID partnerId, Scope offered, Provenance by) {
        if (delegations.get(relationshipId).isEmpty()) {
            Scope scope = existing(customerId, offered);
            recorder.record(
                    Delegation.start(relationshipId, customerId, partnerId, scope, clock.instant()), records, by);
        }
    }

    Outcome<Delegation> change(Locked<Delegation> delegation, Scope scope, Provenance by) {
        return recorder.record(delegation.now().cover(scope, clock.instant()), records, by);
    }

    /** Ends a delegation with its relationship, even if it has not started yet. */
    void end(UUID relationshipId, UUID customerId, UUID partnerId, Provenance by) {
        Optional<Locked<Delegation>> known = delegations.lock(relationshipId);
        Outcome<Delegation> outcome = known.isPresent()
                ? known.get().now().end(clock.instant())
                : Delegation.neverStarted(relationshipId, customerId, partnerId, clock.instant());
        recorder.record(outcome, records, by);
    }

    /** Each delegation that comes to cover a room by its joining a group has widened, though it names the same. */
    void roomsJoining(@Observes RoomsJoining joining) {
        delegations
                .getAll(scopes.gaining(joining.groupId(), joining.roomIds()))
                .forEach(delegation -> log.changed(
                        AuditEntry.Category.DELEGATION,
                        AuditEntry.Operation.UPDATE,
                        records.subject(delegation),
                        Difference.none().with("joinedRoomIds", List.of(), joining.roomIds()),
                        joining.by()));
    }

    void groupDeleting(@Observes GroupDeleting ending) {
        delegations
                .lockNaming(ending.groupId())
                .forEach(delegation -> recorder.record(
                        delegation.now().withoutGroup(ending.groupId(), clock.instant()), records, ending.by()));
    }

    private Scope existing(UUID customerId, Scope offered) {
        if (offered.coversAll()) {
            return offered;
        }
        return Scope.selected(
                delegable.rooms(customerId, offered.roomIds()).stream().toList(),
                delegable.groups(customerId, offered.roomGroupIds()).stream().toList());
    }
}
