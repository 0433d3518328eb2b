package io.keyholder.rooms.delegation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Scope;
import io.keyholder.record.Changed;
import io.keyholder.record.Outcome;
import io.keyholder.record.Unchanged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DelegationTest {
    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

    private final UUID group = Ids.next();
    private final UUID room = Ids.next();

    @Test
    void shouldCoverNothingWhenItsLastGroupIsGone() {
        Delegation without =
                after(started(Scope.selected(List.of(), List.of(group))).withoutGroup(group, NOW));

        assertThat(without.roomScope()).isEqualTo(Scope.selected(List.of(), List.of()));
        assertThat(without.roomScope().coversAll()).isFalse();
        assertThat(without.version()).isEqualTo(2);
    }

    @Test
    void shouldKeepWhatElseItNames() {
        UUID other = Ids.next();
        Delegation delegation = started(Scope.selected(List.of(room), List.of(group, other)));

        assertThat(after(delegation.withoutGroup(group, NOW)).roomScope())
                .isEqualTo(Scope.selected(List.of(room), List.of(other)));
    }

    @Test
    void shouldNotChangeIntoWhatItIs() {
        Delegation delegation = started(Scope.all());

        assertThat(delegation.cover(Scope.all(), NOW)).isEqualTo(new Unchanged<>(delegation));
    }

    @Test
    void shouldCoverNothingAfterItsEnd() {
        Delegation ended = after(started(Scope.all()).end(NOW));

        assertThat(ended.isActive()).isFalse();
        assertThat(ended.roomScope()).isEqualTo(Scope.selected(List.of(), List.of()));
        assertThat(ended.version()).isEqualTo(2);
        assertThat(ended.end(NOW)).isEqualTo(new Unchanged<>(ended));
    }

    @Test
    void shouldBeOverFromTheFirstWhenItNeverStarted() {
        Delegation never =
                Delegation.neverStarted(Ids.next(), Ids.next(), Ids.next(), NOW).after();

        assertThat(never.isActive()).isFalse();
        assertThat(never.roomScope().coversAll()).isFalse();
        assertThat(never.version()).isEqualTo(1);
    }

    private static Delegation after(Outcome<Delegation> outcome) {
        return assertThat(outcome)
                .asInstanceOf(type(Changed.class))
                .extracting(Changed::after, type(Delegation.class))
                .actual();
    }

    private static Delegation started(Scope scope) {
        return Delegation.start(Ids.next(), Ids.next(), Ids.next(), scope, NOW).after();
    }
}
