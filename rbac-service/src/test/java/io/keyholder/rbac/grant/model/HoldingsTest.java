package io.keyholder.rbac.grant.model;

import static io.keyholder.access.Permission.INCIDENTS_VIEW;
import static io.keyholder.access.Permission.ROLES_MODIFY;
import static io.keyholder.access.Permission.ROOMS_MODIFY;
import static io.keyholder.access.Permission.ROOMS_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.access.Permission;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Scope;
import io.keyholder.rbac.assignment.model.Period;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HoldingsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T11:00:00Z");
    private static final UUID ROOM = Ids.next();
    private static final UUID OTHER_ROOM = Ids.next();
    private static final UUID GROUP = Ids.next();
    private static final UUID OTHER_GROUP = Ids.next();
    private static final Scope NOTHING = Scope.selected(List.of(), List.of());

    @Nested
    class OverAllRooms {
        private final Holdings held = Holdings.nothing().and(Set.of(ROOMS_VIEW), Scope.all(), Period.always());

        @Test
        void shouldCoverWhatever() {
            assertThat(lacking(held, Scope.all())).isEmpty();
            assertThat(lacking(held, rooms(ROOM))).isEmpty();
            assertThat(lacking(held, groups(GROUP))).isEmpty();
        }

        @Test
        void shouldNameThePermissionThatIsNotHeld() {
            assertThat(held.lacking(Set.of(ROOMS_VIEW, ROOMS_MODIFY), now(rooms(ROOM)), Map.of()))
                    .contains(ROOMS_MODIFY);
        }
    }

    @Nested
    class OverAGroup {
        private final Holdings held = Holdings.nothing().and(Set.of(ROOMS_VIEW), groups(GROUP), Period.always());

        @Test
        void shouldCoverTheGroupAndItsRoomsOnly() {
            Map<UUID, Set<UUID>> groupsOfRooms =
                    Map.of(ROOM, Set.of(GROUP, OTHER_GROUP), OTHER_ROOM, Set.of(OTHER_GROUP));

            assertThat(lacking(held, groups(GROUP))).isEmpty();
            assertThat(held.lacking(Set.of(ROOMS_VIEW), now(rooms(ROOM)), groupsOfRooms))
                    .isEmpty();
            assertThat(held.lacking(Set.of(ROOMS_VIEW), now(rooms(ROOM, OTHER_ROOM)), groupsOfRooms))
                    .contains(ROOMS_VIEW);
            assertThat(lacking(held, groups(GROUP, OTHER_GROUP))).contains(ROOMS_VIEW);
            assertThat(lacking(held, Scope.all())).contains(ROOMS_VIEW);
        }
    }

    @Nested
    class OverRooms {

        @Test
        void shouldNotCoverAGroupByItsRoomsOfToday() {
            Holdings held = Holdings.nothing().and(Set.of(ROOMS_VIEW), rooms(ROOM), Period.always());

            assertThat(held.lacking(Set.of(ROOMS_VIEW), now(groups(GROUP)), Map.of(ROOM, Set.of(GROUP))))
                    .contains(ROOMS_VIEW);
        }

        @Test
        void shouldCoverTogetherWhatNoneCoversAlone() {
            Holdings held = Holdings.nothing()
                    .and(Set.of(ROOMS_VIEW), rooms(ROOM), Period.always())
                    .and(Set.of(ROOMS_VIEW, ROOMS_MODIFY), rooms(OTHER_ROOM), Period.always());

            assertThat(lacking(held, rooms(ROOM, OTHER_ROOM))).isEmpty();
            assertThat(held.lacking(Set.of(ROOMS_MODIFY), now(rooms(ROOM)), Map.of()))
                    .contains(ROOMS_MODIFY);
        }
    }

    @Nested
    class OverNoRoomAtAll {

        @Test
        void shouldStillHaveToBeHeld() {
            Holdings held = Holdings.nothing().and(Set.of(INCIDENTS_VIEW), NOTHING, Period.always());

            assertThat(held.lacking(Set.of(INCIDENTS_VIEW), now(NOTHING), Map.of()))
                    .isEmpty();
            assertThat(held.lacking(Set.of(ROLES_MODIFY), now(NOTHING), Map.of()))
                    .contains(ROLES_MODIFY);
        }
    }

    @Test
    void shouldLetEverythingCoverEachPermission() {
        assertThat(Holdings.everything().lacking(Set.of(Permission.values()), now(Scope.all()), Map.of()))
                .isEmpty();
        assertThat(Holdings.nothing().lacking(Set.of(ROOMS_VIEW), now(NOTHING), Map.of()))
                .contains(ROOMS_VIEW);
    }

    @Nested
    class OverTime {
        private static final Instant NOON = NOW.plusSeconds(3600);
        private static final Instant EVENING = NOON.plusSeconds(3600);

        private final Holdings shifts = Holdings.nothing()
                .and(Set.of(ROOMS_VIEW), rooms(ROOM, OTHER_ROOM), period(null, NOON))
                .and(Set.of(ROOMS_VIEW), groups(GROUP), period(NOON, EVENING));

        @Test
        void shouldCoverWhatOneTakesOverFromTheOther() {
            assertThat(lacking(period(null, EVENING), rooms(ROOM))).isEmpty();
            assertThat(lacking(period(NOON.minusSeconds(1), NOON.plusSeconds(1)), rooms(ROOM)))
                    .isEmpty();
        }

        @Test
        void shouldNotCoverOneSecondMoreNorALoss() {
            assertThat(lacking(period(null, EVENING.plusMillis(1)), rooms(ROOM)))
                    .contains(ROOMS_VIEW);
            assertThat(lacking(period(null, null), rooms(ROOM))).contains(ROOMS_VIEW);
            assertThat(lacking(period(null, NOON), groups(GROUP))).contains(ROOMS_VIEW);
            assertThat(lacking(period(NOON, EVENING), groups(GROUP))).isEmpty();
            assertThat(lacking(period(NOON, EVENING), rooms(OTHER_ROOM))).contains(ROOMS_VIEW);
        }

        @Test
        void shouldNotCoverAGap() {
            Holdings gap = Holdings.nothing()
                    .and(Set.of(ROOMS_VIEW), Scope.all(), period(null, NOON))
                    .and(Set.of(ROOMS_VIEW), Scope.all(), period(NOON.plusMillis(1), null));

            assertThat(gap.lacking(
                            Set.of(ROOMS_VIEW),
                            List.of(Extent.remaining(rooms(ROOM), period(null, null), NOW)),
                            Map.of()))
                    .contains(ROOMS_VIEW);
        }

        @Test
        void shouldTakeWhatHasEndedForThePresentMoment() {
            assertThat(lacking(period(null, NOW.minusSeconds(1)), rooms(ROOM))).isEmpty();
            assertThat(lacking(period(null, NOW.minusSeconds(1)), groups(GROUP)))
                    .contains(ROOMS_VIEW);
        }

        private Optional<Permission> lacking(Period period, Scope scope) {
            return shifts.lacking(
                    Set.of(ROOMS_VIEW), List.of(Extent.remaining(scope, period, NOW)), Map.of(ROOM, Set.of(GROUP)));
        }

        private static Period period(Instant startsAt, Instant endsAt) {
            return new Period(Optional.ofNullable(startsAt), Optional.ofNullable(endsAt));
        }
    }

    private static List<Extent> now(Scope scope) {
        return List.of(Extent.over(scope, NOW));
    }

    private static Optional<Permission> lacking(Holdings held, Scope scope) {
        return held.lacking(Set.of(ROOMS_VIEW), now(scope), Map.of());
    }

    private static Scope rooms(UUID... ids) {
        return Scope.selected(List.of(ids), List.of());
    }

    private static Scope groups(UUID... ids) {
        return Scope.selected(List.of(), List.of(ids));
    }
}
