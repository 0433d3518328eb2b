package io.keyholder.tenantrelationship.relationship.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.Ids;
import io.keyholder.tenantrelationship.relationship.domain.Relationship.State;
import io.keyholder.tenantrelationship.relationship.domain.Relationship.Transition;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelationshipTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Relationship active =
            Relationship.established(Ids.next(), Ids.next(), Ids.next(), Ids.next(), Optional.empty(), NOW);

    @Test
    void shouldBeActiveInItsFirstVersion() {
        assertThat(active.state()).isEqualTo(new State.Active());
        assertThat(active.version()).isEqualTo(1);
    }

    @Test
    void shouldBeSuspendedAndResumed() {
        Relationship suspended = done(active.suspend(NOW));

        assertThat(suspended.state()).isEqualTo(new State.Suspended(NOW));
        assertThat(done(suspended.resume()).state()).isEqualTo(new State.Active());
        assertThat(done(suspended.resume()).version()).isEqualTo(3);
    }

    @Test
    void shouldRefuseAStepFromTheWrongState() {
        Relationship suspended = done(active.suspend(NOW));

        assertThat(active.resume()).isEqualTo(new Transition.WrongState(new State.Active()));
        assertThat(suspended.suspend(NOW)).isEqualTo(new Transition.WrongState(new State.Suspended(NOW)));
    }

    @Test
    void shouldEndForGoodFromEveryState() {
        Relationship terminated = done(active.terminate(NOW));

        assertThat(done(done(active.suspend(NOW)).terminate(NOW)).state()).isEqualTo(new State.Terminated(NOW));
        assertThat(terminated.terminate(NOW)).isInstanceOf(Transition.WrongState.class);
        assertThat(terminated.suspend(NOW)).isInstanceOf(Transition.WrongState.class);
        assertThat(terminated.resume()).isInstanceOf(Transition.WrongState.class);
    }

    private static Relationship done(Transition transition) {
        assertThat(transition).isInstanceOf(Transition.Done.class);
        return ((Transition.Done) transition).relationship();
    }
}
