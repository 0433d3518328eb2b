package io.keyholder.tenantrelationship.relationship.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.problems.RelationshipProblem;
import io.keyholder.record.Changed;
import io.keyholder.record.Outcome;
import io.keyholder.record.Refused;
import io.keyholder.tenantrelationship.relationship.model.Relationship.State;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelationshipTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Relationship active = Relationship.establish(
                    Ids.next(), Ids.next(), Ids.next(), Ids.next(), Optional.empty(), NOW, NOW)
            .after();

    @Test
    void shouldBeActiveInItsFirstVersion() {
        assertThat(active.state()).isEqualTo(new State.Active());
        assertThat(active.version()).isEqualTo(1);
    }

    @Test
    void shouldBeSuspendedAndResumed() {
        Relationship suspended = done(active.suspend(NOW));

        assertThat(suspended.state()).isEqualTo(new State.Suspended(NOW));
        assertThat(done(suspended.resume(LATER)).state()).isEqualTo(new State.Active());
        assertThat(done(suspended.resume(LATER)).version()).isEqualTo(3);
    }

    @Test
    void shouldSayWhenItLastChanged() {
        Relationship suspended = done(active.suspend(LATER));

        assertThat(active.updatedAt()).isEqualTo(NOW);
        assertThat(suspended.updatedAt()).isEqualTo(LATER);
        assertThat(suspended.establishedAt()).isEqualTo(NOW);
        assertThat(done(suspended.resume(LATER.plusSeconds(1))).updatedAt()).isEqualTo(LATER.plusSeconds(1));
    }

    @Test
    void shouldRefuseAStepFromTheWrongState() {
        Relationship suspended = done(active.suspend(NOW));

        assertThat(active.resume(LATER)).isEqualTo(refused("The relationship is active already."));
        assertThat(suspended.suspend(NOW)).isEqualTo(refused("The relationship is suspended already."));
    }

    @Test
    void shouldEndForGoodFromEveryState() {
        Relationship terminated = done(active.terminate(NOW));

        assertThat(done(done(active.suspend(NOW)).terminate(NOW)).state()).isEqualTo(new State.Terminated(NOW));
        assertThat(terminated.terminate(NOW)).isInstanceOf(Refused.class);
        assertThat(terminated.suspend(NOW)).isInstanceOf(Refused.class);
        assertThat(terminated.resume(LATER)).isEqualTo(refused("The relationship has been terminated."));
    }

    @Test
    void shouldBeLoggedAsDeletedWhenItEnds() {
        assertThat(active.terminate(NOW))
                .isEqualTo(Changed.ended(active, done(active.terminate(NOW)), EventType.RELATIONSHIP_TERMINATED));
        assertThat(active.terminate(NOW))
                .extracting(outcome -> ((Changed<?>) outcome).operation())
                .isEqualTo(AuditEntry.Operation.DELETE);
    }

    private static Refused<Relationship> refused(String detail) {
        return new Refused<>(RelationshipProblem.RELATIONSHIP_NOT_ACTIVE, detail);
    }

    private static Relationship done(Outcome<Relationship> outcome) {
        assertThat(outcome).isInstanceOf(Changed.class);
        return ((Changed<Relationship>) outcome).after();
    }
}
