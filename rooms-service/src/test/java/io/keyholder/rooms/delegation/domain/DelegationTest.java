package io.keyholder.rooms.delegation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Scope;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DelegationTest {
    private final UUID group = Ids.next();
    private final UUID room = Ids.next();

    @Test
    void shouldCoverNothingWhenItsLastGroupIsGone() {
        Delegation delegation = started(Scope.selected(List.of(), List.of(group)));

        Delegation without = delegation.withoutGroup(group);

        assertThat(without.roomScope()).isEqualTo(Scope.selected(List.of(), List.of()));
        assertThat(without.roomScope().coversAll()).isFalse();
        assertThat(without.version()).isEqualTo(2);
    }

    @Test
    void shouldKeepWhatElseItNames() {
        UUID other = Ids.next();
        Delegation delegation = started(Scope.selected(List.of(room), List.of(group, other)));

        assertThat(delegation.withoutGroup(group).roomScope()).isEqualTo(Scope.selected(List.of(room), List.of(other)));
    }

    @Test
    void shouldCoverNothingAfterItsEnd() {
        Delegation ended = started(Scope.all()).ended();

        assertThat(ended.isActive()).isFalse();
        assertThat(ended.roomScope()).isEqualTo(Scope.selected(List.of(), List.of()));
        assertThat(ended.version()).isEqualTo(2);
    }

    @Test
    void shouldBeOverFromTheFirstWhenItNeverStarted() {
        Delegation never = Delegation.neverStarted(Ids.next(), Ids.next(), Ids.next());

        assertThat(never.isActive()).isFalse();
        assertThat(never.roomScope().coversAll()).isFalse();
        assertThat(never.version()).isEqualTo(1);
    }

    private static Delegation started(Scope scope) {
        return Delegation.started(Ids.next(), Ids.next(), Ids.next(), scope);
    }
}
