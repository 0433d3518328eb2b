package io.keyholder.invitation.invitation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Scope;
import io.keyholder.invitation.invitation.model.State.Decision;
import io.keyholder.problems.InvitationProblem;
import io.keyholder.problems.RelationshipProblem;
import io.keyholder.record.Changed;
import io.keyholder.record.Outcome;
import io.keyholder.record.Refused;
import io.keyholder.record.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InvitationTest {
    private static final Instant SENT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = SENT.plus(Duration.ofDays(3));
    private static final Instant EXPIRY = SENT.plus(Duration.ofDays(14));
    private static final UUID PARTNER = Ids.next();
    private static final Acceptance ACCEPTANCE = new Acceptance(
            Ids.next(),
            Ids.next(),
            Ids.next(),
            new PrimaryAdmins(List.of(new NamedPrincipal(PARTNER, Principal.Type.USER, "paula", null))));

    private final Invitation pending = Invitation.send(
                    Ids.next(),
                    Ids.next(),
                    PARTNER,
                    new Offer("meridian.example", 14, Scope.all(), Optional.empty(), Optional.empty()),
                    Optional.of(new RoomCounts(20, 1)),
                    "ada",
                    SENT)
            .after();

    @Nested
    class Sent {

        @Test
        void shouldBePendingForAsManyDaysAsItSays() {
            assertThat(pending.status()).isEqualTo(InvitationStatus.PENDING);
            assertThat(pending.expiresAt()).isEqualTo(EXPIRY);
            assertThat(pending.updatedAt()).isEqualTo(SENT);
            assertThat(pending.version()).isEqualTo(1);
        }
    }

    @Nested
    class Answered {

        @Test
        void shouldBeAcceptedWithWhatThatEstablishes() {
            Invitation accepted = done(pending.accept(ACCEPTANCE, "tim", LATER));

            assertThat(accepted.state()).isEqualTo(new State.Accepted(LATER, "tim", ACCEPTANCE));
            assertThat(accepted.status()).isEqualTo(InvitationStatus.ACCEPTED);
            assertThat(accepted.updatedAt()).isEqualTo(LATER);
            assertThat(accepted.version()).isEqualTo(2);
        }

        @Test
        void shouldBeDeniedWithTheReason() {
            Invitation denied = done(pending.deny(Optional.of("Too far."), "tim", LATER));

            assertThat(denied.state()).isEqualTo(new State.Denied(LATER, "tim", Optional.of("Too far.")));
            assertThat(denied.status()).isEqualTo(InvitationStatus.DENIED);
        }

        @Test
        void shouldBeCancelled() {
            Invitation cancelled = done(pending.cancel("ada", LATER));

            assertThat(cancelled.state()).isEqualTo(new State.Cancelled(LATER, Optional.of("ada")));
            assertThat(cancelled.status()).isEqualTo(InvitationStatus.CANCELLED);
        }

        @Test
        void shouldBeCancelledByNobodyWhenWhatItRestsOnIsGone() {
            Invitation withdrawn = done(pending.withdraw(LATER));

            assertThat(withdrawn.state()).isEqualTo(new State.Cancelled(LATER, Optional.empty()));
            assertThat(withdrawn.state().decision()).contains(new Decision(LATER, AuditEntry.PLATFORM));
            assertThat(withdrawn.version()).isEqualTo(2);
        }

        @Test
        void shouldKeepWhatWasOffered() {
            Invitation denied = done(pending.deny(Optional.empty(), "tim", LATER));

            assertThat(denied.offer()).isEqualTo(pending.offer());
            assertThat(denied.roomCounts()).contains(new RoomCounts(20, 1));
            assertThat(denied.createdAt()).isEqualTo(SENT);
            assertThat(denied.expiresAt()).isEqualTo(EXPIRY);
        }
    }

    @Nested
    class NoLongerPending {

        static Stream<State> ends() {
            return Stream.of(
                    new State.Accepted(LATER, "tim", ACCEPTANCE),
                    new State.Denied(LATER, "tim", Optional.empty()),
                    new State.Cancelled(LATER, Optional.of("ada")),
                    new State.Expired(EXPIRY));
        }

        @ParameterizedTest
        @MethodSource("ends")
        void shouldTakeNoFurtherStep(State end) {
            Invitation ended = in(end);

            assertThat(ended.accept(ACCEPTANCE, "tim", LATER)).isEqualTo(notPending(ended.status()));
            assertThat(ended.deny(Optional.empty(), "tim", LATER)).isEqualTo(notPending(ended.status()));
            assertThat(ended.cancel("ada", LATER)).isEqualTo(notPending(ended.status()));
            assertThat(ended.withdraw(LATER)).isEqualTo(notPending(ended.status()));
        }

        @ParameterizedTest
        @MethodSource("ends")
        void shouldStayAsItIsWhenItsTimePasses(State end) {
            Invitation ended = in(end);

            assertThat(ended.at(EXPIRY.plusSeconds(1))).isEqualTo(ended);
            assertThat(ended.expire(EXPIRY.plusSeconds(1))).isEqualTo(new Unchanged<>(ended));
        }

        private Invitation in(State state) {
            return new Invitation(
                    pending.id(),
                    pending.customerId(),
                    pending.partnerId(),
                    pending.offer(),
                    pending.roomCounts(),
                    pending.createdBy(),
                    pending.createdAt(),
                    pending.expiresAt(),
                    state,
                    2);
        }
    }

    @Nested
    class Expired {
        private final Instant lastMoment = EXPIRY.minusNanos(1);

        @Test
        void shouldBePendingUntilTheLastMoment() {
            assertThat(pending.at(lastMoment)).isEqualTo(pending);
            assertThat(pending.expire(lastMoment)).isEqualTo(new Unchanged<>(pending));
            assertThat(pending.accept(ACCEPTANCE, "tim", lastMoment)).isInstanceOf(Changed.class);
        }

        @Test
        void shouldBeExpiredFromTheVeryTime() {
            Invitation expired = pending.at(EXPIRY);

            assertThat(expired.state()).isEqualTo(new State.Expired(EXPIRY));
            assertThat(expired.status()).isEqualTo(InvitationStatus.EXPIRED);
        }

        @Test
        void shouldBeTheSameWheneverItIsLookedAt() {
            assertThat(pending.at(EXPIRY.plusSeconds(1))).isEqualTo(pending.at(EXPIRY.plusSeconds(99)));
            assertThat(pending.at(EXPIRY).version()).isEqualTo(pending.version() + 1);
            assertThat(pending.at(EXPIRY.plusSeconds(1)).updatedAt()).isEqualTo(EXPIRY);
        }

        @Test
        void shouldBeStoredAsWhatReadersSaw() {
            assertThat(pending.expire(EXPIRY.plusSeconds(99)))
                    .isEqualTo(Changed.updated(pending, pending.at(EXPIRY), EventType.INVITATION_EXPIRED));
        }

        @Test
        void shouldRefuseEveryAnswerThoughNothingWasStored() {
            Refused<Invitation> expired = notPending(InvitationStatus.EXPIRED);

            assertThat(pending.accept(ACCEPTANCE, "tim", EXPIRY)).isEqualTo(expired);
            assertThat(pending.deny(Optional.empty(), "tim", EXPIRY)).isEqualTo(expired);
            assertThat(pending.cancel("ada", EXPIRY)).isEqualTo(expired);
        }
    }

    @Nested
    class Obstacle {

        @Test
        void shouldBeOneWhileItIsPendingOrAccepted() {
            Invitation accepted = done(pending.accept(ACCEPTANCE, "tim", LATER));

            assertThat(pending.obstacle(LATER)).contains(Refused.because(InvitationProblem.INVITATION_EXISTS));
            assertThat(accepted.obstacle(EXPIRY)).contains(Refused.because(RelationshipProblem.RELATIONSHIP_EXISTS));
        }

        @Test
        void shouldBeNoneOnceItHasEndedOtherwise() {
            assertThat(pending.obstacle(EXPIRY)).isEmpty();
            assertThat(done(pending.deny(Optional.empty(), "tim", LATER)).obstacle(LATER))
                    .isEmpty();
            assertThat(done(pending.cancel("ada", LATER)).obstacle(LATER)).isEmpty();
        }
    }

    private static Refused<Invitation> notPending(InvitationStatus status) {
        return new Refused<>(
                InvitationProblem.INVITATION_NOT_PENDING, "The invitation is " + status + ", not PENDING.");
    }

    private static Invitation done(Outcome<Invitation> outcome) {
        assertThat(outcome).isInstanceOf(Changed.class);
        return ((Changed<Invitation>) outcome).after();
    }
}
