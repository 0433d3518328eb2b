package io.keyholder.rbac.assignment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AssignmentDetailsTest {
    private static final UUID TENANT = Ids.next();
    private static final UUID ROOM = Ids.next();
    private static final UUID GROUP = Ids.next();
    private static final Instant NOW = Instant.parse("2026-03-01T11:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AssignmentDetails before = details(groups(GROUP), Period.always(), "ada", "bob");

    @Nested
    class Within {

        @Test
        void shouldBeItselfAndLess() {
            assertThat(before.isWithin(before, NOW)).isTrue();
            assertThat(details(groups(GROUP), Period.always(), "ada").isWithin(before, NOW))
                    .isTrue();
            assertThat(details(groups(), Period.always(), "ada").isWithin(before, NOW))
                    .isTrue();
            assertThat(details(groups(GROUP), until(NOON), "bob").isWithin(before, NOW))
                    .isTrue();
            assertThat(before.isWithin(details(Scope.all(), Period.always(), "ada", "bob"), NOW))
                    .isTrue();
        }

        @Test
        void shouldNotBeOneMemberOneRoomOrOneSecondMore() {
            assertThat(details(groups(GROUP), Period.always(), "eve").isWithin(before, NOW))
                    .isFalse();
            assertThat(details(Scope.all(), Period.always(), "ada").isWithin(before, NOW))
                    .isFalse();
            assertThat(details(Scope.selected(List.of(ROOM), List.of(GROUP)), Period.always(), "ada")
                            .isWithin(before, NOW))
                    .isFalse();
            AssignmentDetails untilNoon = details(groups(GROUP), until(NOON), "ada");
            assertThat(details(groups(GROUP), until(NOON.plusSeconds(1)), "ada").isWithin(untilNoon, NOW))
                    .isFalse();
            assertThat(details(groups(GROUP), Period.always(), "ada").isWithin(untilNoon, NOW))
                    .isFalse();
            AssignmentDetails fromNoon = details(groups(GROUP), from(NOON), "ada");
            assertThat(details(groups(GROUP), from(NOON.minusSeconds(1)), "ada").isWithin(fromNoon, NOW))
                    .isFalse();
            assertThat(details(groups(GROUP), from(NOON.plusSeconds(1)), "ada").isWithin(fromNoon, NOW))
                    .isTrue();
        }

        @Test
        void shouldLookAtWhatIsYetToCome() {
            AssignmentDetails fromNoon = details(groups(GROUP), from(NOON), "ada");
            AssignmentDetails untilNoon = details(groups(GROUP), until(NOON), "ada");

            assertThat(details(groups(GROUP), Period.always(), "ada").isWithin(fromNoon, NOON))
                    .isTrue();
            assertThat(details(groups(GROUP), until(NOON.plusSeconds(1)), "ada").isWithin(untilNoon, NOON))
                    .isFalse();
            assertThat(untilNoon.isWithin(details(groups(GROUP), until(NOW), "ada"), NOON))
                    .isTrue();
        }
    }

    @Nested
    class Members {

        @Test
        void shouldBeEachPrincipalOnce() {
            Principal ada = new Principal(TENANT, Principal.Type.USER, "ada");

            AssignmentDetails renamed = before.with(new Member(ada, "Ada Lovelace"));

            assertThat(renamed.members()).hasSize(2);
            assertThat(renamed.member(ada)).map(Member::displayName).contains("Ada Lovelace");
            assertThat(renamed.without(ada).members()).hasSize(1);
        }

        @Test
        void shouldTellAUserFromAGroupOfTheSameId() {
            Principal group = new Principal(TENANT, Principal.Type.GROUP, "ada");

            assertThat(before.member(group)).isEmpty();
            assertThat(before.with(new Member(group)).members()).hasSize(3);
        }
    }

    @Nested
    class Running {

        @Test
        void shouldBeginAtItsStartAndEndBeforeItsEnd() {
            Period hour = new Period(Optional.of(NOON), Optional.of(NOON.plusSeconds(3600)));

            assertThat(hour.isRunning(NOON.minusMillis(1))).isFalse();
            assertThat(hour.isRunning(NOON)).isTrue();
            assertThat(hour.isRunning(NOON.plusSeconds(3600).minusMillis(1))).isTrue();
            assertThat(hour.isRunning(NOON.plusSeconds(3600))).isFalse();
        }
    }

    private static Period until(Instant end) {
        return new Period(Optional.empty(), Optional.of(end));
    }

    private static Period from(Instant start) {
        return new Period(Optional.of(start), Optional.empty());
    }

    private static Scope groups(UUID... ids) {
        return Scope.selected(List.of(), List.of(ids));
    }

    private static AssignmentDetails details(Scope scope, Period period, String... users) {
        List<Member> members = List.of(users).stream()
                .map(user -> new Member(new Principal(TENANT, Principal.Type.USER, user)))
                .toList();
        return new AssignmentDetails("Some", Optional.empty(), false, members, scope, period);
    }
}
