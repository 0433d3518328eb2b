package io.keyholder.rbac.grant.domain;

import static io.keyholder.access.Permission.INCIDENTS_VIEW;
import static io.keyholder.access.Permission.ROLES_MODIFY;
import static io.keyholder.access.Permission.ROOMS_MODIFY;
import static io.keyholder.access.Permission.ROOMS_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.access.Permission;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HoldingsTest {
    private static final UUID ROOM = Ids.next();
    private static final UUID OTHER_ROOM = Ids.next();
    private static final UUID GROUP = Ids.next();
    private static final UUID OTHER_GROUP = Ids.next();
    private static final Scope NOTHING = Scope.selected(List.of(), List.of());

    @Nested
    class OverAllRooms {
        private final Holdings held = Holdings.nothing().and(Set.of(ROOMS_VIEW), Scope.all());

        @Test
        void shouldCoverWhatever() {
            assertThat(lacking(held, Scope.all())).isEmpty();
            assertThat(lacking(held, rooms(ROOM))).isEmpty();
            assertThat(lacking(held, groups(GROUP))).isEmpty();
        }

        @Test
        void shouldNameThePermissionThatIsNotHeld() {
            assertThat(held.lacking(Set.of(ROOMS_VIEW, ROOMS_MODIFY), List.of(rooms(ROOM)), Map.of()))
                    .contains(ROOMS_MODIFY);
        }
    }

    @Nested
    class OverAGroup {
        private final Holdings held = Holdings.nothing().and(Set.of(ROOMS_VIEW), groups(GROUP));

        @Test
        void shouldCoverTheGroupAndItsRoomsOnly() {
            Map<UUID, Set<UUID>> groupsOfRooms =
                    Map.of(ROOM, Set.of(GROUP, OTHER_GROUP), OTHER_ROOM, Set.of(OTHER_GROUP));

            assertThat(lacking(held, groups(GROUP))).isEmpty();
            assertThat(held.lacking(Set.of(ROOMS_VIEW), List.of(rooms(ROOM)), groupsOfRooms))
                    .isEmpty();
            assertThat(held.lacking(Set.of(ROOMS_VIEW), List.of(rooms(ROOM, OTHER_ROOM)), groupsOfRooms))
                    .contains(ROOMS_VIEW);
            assertThat(lacking(held, groups(GROUP, OTHER_GROUP))).contains(ROOMS_VIEW);
            assertThat(lacking(held, Scope.all())).contains(ROOMS_VIEW);
        }
    }

    @Nested
    class OverRooms {

        @Test
        void shouldNotCoverAGroupByItsRoomsOfToday() {
            Holdings held = Holdings.nothing().and(Set.of(ROOMS_VIEW), rooms(ROOM));

            assertThat(held.lacking(Set.of(ROOMS_VIEW), List.of(groups(GROUP)), Map.of(ROOM, Set.of(GROUP))))
                    .contains(ROOMS_VIEW);
        }

        @Test
        void shouldCoverTogetherWhatNoneCoversAlone() {
            Holdings held = Holdings.nothing()
                    .and(Set.of(ROOMS_VIEW), rooms(ROOM))
                    .and(Set.of(ROOMS_VIEW, ROOMS_MODIFY), rooms(OTHER_ROOM));

            assertThat(lacking(held, rooms(ROOM, OTHER_ROOM))).isEmpty();
            assertThat(held.lacking(Set.of(ROOMS_MODIFY), List.of(rooms(ROOM)), Map.of()))
                    .contains(ROOMS_MODIFY);
        }
    }

    @Nested
    class OverNoRoomAtAll {

        @Test
        void shouldStillHaveToBeHeld() {
            Holdings held = Holdings.nothing().and(Set.of(INCIDENTS_VIEW), NOTHING);

            assertThat(held.lacking(Set.of(INCIDENTS_VIEW), List.of(NOTHING), Map.of()))
                    .isEmpty();
            assertThat(held.lacking(Set.of(ROLES_MODIFY), List.of(NOTHING), Map.of()))
                    .contains(ROLES_MODIFY);
            assertThat(held.lacking(Set.of(INCIDENTS_VIEW), List.of(), Map.of()))
                    .isEmpty();
            assertThat(held.lacking(Set.of(ROLES_MODIFY), List.of(), Map.of())).contains(ROLES_MODIFY);
        }
    }

    @Test
    void shouldLetEverythingCoverEachPermission() {
        assertThat(Holdings.everything().lacking(Set.of(Permission.values()), List.of(Scope.all()), Map.of()))
                .isEmpty();
        assertThat(Holdings.nothing().lacking(Set.of(ROOMS_VIEW), List.of(NOTHING), Map.of()))
                .contains(ROOMS_VIEW);
    }

    private static Optional<Permission> lacking(Holdings held, Scope scope) {
        return held.lacking(Set.of(ROOMS_VIEW), List.of(scope), Map.of());
    }

    private static Scope rooms(UUID... ids) {
        return Scope.selected(List.of(ids), List.of());
    }

    private static Scope groups(UUID... ids) {
        return Scope.selected(List.of(), List.of(ids));
    }
}
