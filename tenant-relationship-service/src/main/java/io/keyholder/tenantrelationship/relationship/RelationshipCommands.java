package io.keyholder.tenantrelationship.relationship;

import io.keyholder.contracts.InvitationState;
import io.keyholder.outbox.Provenance;
import io.keyholder.record.Locked;
import io.keyholder.record.Outcome;
import io.keyholder.record.Recorder;
import io.keyholder.tenantrelationship.relationship.model.Relationship;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Establishes, suspends, resumes and terminates relationships, in the caller's transaction. */
@ApplicationScoped
class RelationshipCommands {
    private final RelationshipStore relationships;
    private final RelationshipRecords records;
    private final Recorder recorder;
    private final Clock clock;

    RelationshipCommands(RelationshipStore relationships, RelationshipRecords records, Recorder recorder, Clock clock) {
        this.relationships = relationships;
        this.records = records;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** An accepted invitation establishes the relationship that it minted the id of, once however often it is heard of. */
    void establish(InvitationState invitation, InvitationState.Acceptance acceptance, Provenance by) {
        if (relationships.get(acceptance.relationshipId()).isEmpty()) {
            recorder.record(
                    Relationship.establish(
                            acceptance.relationshipId(),
                            invitation.customerId(),
                            invitation.partnerId(),
                            invitation.id(),
                            Optional.ofNullable(invitation.permissionCeiling()),
                            acceptance.acceptedAt(),
                            clock.instant()),
                    records,
                    by);
        }
    }

    Outcome<Relationship> suspend(Locked<Relationship> relationship, Provenance by) {
        return recorder.record(relationship.now().suspend(clock.instant()), records, by);
    }

    Outcome<Relationship> resume(Locked<Relationship> relationship, Provenance by) {
        return recorder.record(relationship.now().resume(clock.instant()), records, by);
    }

    Outcome<Relationship> terminate(Locked<Relationship> relationship, Provenance by) {
        return recorder.record(relationship.now().terminate(clock.instant()), records, by);
    }
}
