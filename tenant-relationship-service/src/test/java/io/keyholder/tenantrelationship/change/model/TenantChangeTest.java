package io.keyholder.tenantrelationship.change.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.Ids;
import io.keyholder.tenantrelationship.change.model.TenantChange.State;
import io.keyholder.tenantrelationship.change.model.TenantChange.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TenantChangeTest {
    private static final Instant ASKED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant EXPIRY = ASKED.plus(Duration.ofHours(72));
    private static final Additions ADDITIONS = new Additions(
            new Additions.Part<>(List.of("new.example"), List.of()), new Additions.Part<>(List.of(), List.of()));

    private final TenantChange pending = in(new State.Pending());

    private static TenantChange in(State state) {
        return new TenantChange(Ids.next(), Ids.next(), ADDITIONS, "oscar", ASKED, EXPIRY, state, 1);
    }

    static Stream<State> decisions() {
        return Stream.of(
                new State.Approved(ASKED, "ada"),
                new State.Rejected(ASKED, "ada", Optional.of("No.")),
                new State.Withdrawn(ASKED, "oscar"),
                new State.Outdated(ASKED));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void shouldBeDecidedOnceUntilItsTimePasses(State decision) {
        TenantChange decided = pending.decided(decision, EXPIRY.minusSeconds(1)).orElseThrow();

        assertThat(decided.state()).isEqualTo(decision);
        assertThat(decided.version()).isEqualTo(2);
        assertThat(decided.additions()).isEqualTo(ADDITIONS);
        assertThat(decided.decided(new State.Approved(ASKED, "ada"), ASKED)).isEmpty();
        assertThat(decided.at(EXPIRY)).isEqualTo(decided);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void shouldNotBeDecidedOnAfterwards(State decision) {
        assertThat(pending.at(EXPIRY).status()).isEqualTo(Status.EXPIRED);
        assertThat(pending.decided(decision, EXPIRY)).isEmpty();
    }

    @Test
    void shouldBePendingBeforeItsTime() {
        assertThat(pending.at(EXPIRY.minusNanos(1)).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void shouldSayWhenItLastChanged() {
        Instant decided = ASKED.plusSeconds(60);

        assertThat(pending.updatedAt()).isEqualTo(ASKED);
        assertThat(in(new State.Approved(decided, "ada")).updatedAt()).isEqualTo(decided);
        assertThat(in(new State.Outdated(decided)).updatedAt()).isEqualTo(decided);
        assertThat(pending.at(EXPIRY.plusSeconds(1)).updatedAt()).isEqualTo(EXPIRY);
    }
}
