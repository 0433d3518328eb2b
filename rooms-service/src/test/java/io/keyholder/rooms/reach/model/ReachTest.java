package io.keyholder.rooms.reach.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.access.AccessScope;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Scope;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReachTest {
    private final UUID customer = Ids.next();
    private final UUID us = Ids.next();
    private final UUID headquarters = Ids.next();
    private final RoomPlacement room = room(us, headquarters);

    @Nested
    class OfATenantsOwnUsers {

        @Test
        void shouldCoverEveryRoomWithTheScopeAll() {
            Reach reach = Reach.own(customer, AccessScope.everything());

            assertThat(reach.covers(room)).isTrue();
            assertThat(reach.coversEverything()).isTrue();
            assertThat(reach.covers(unenrolled(room))).isTrue();
        }

        @Test
        void shouldCoverNoRoomOfAnotherTenant() {
            assertThat(Reach.own(Ids.next(), AccessScope.everything()).covers(room))
                    .isFalse();
        }

        @Test
        void shouldCoverWhatTheScopeNames() {
            assertThat(Reach.own(customer, selected(Set.of(room.roomId()), Set.of()))
                            .covers(room))
                    .isTrue();
            assertThat(Reach.own(customer, selected(Set.of(), Set.of(us))).covers(room))
                    .isTrue();
            assertThat(Reach.own(customer, selected(Set.of(Ids.next()), Set.of(Ids.next())))
                            .covers(room))
                    .isFalse();
        }

        @Test
        void shouldCoverNothingWithAScopeThatNamesNothing() {
            Reach reach = Reach.own(customer, AccessScope.nothing());

            assertThat(reach.covers(room)).isFalse();
            assertThat(reach.coversEverything()).isFalse();
        }
    }

    @Nested
    class OfAPartner {

        @Test
        void shouldEndAtTheDelegation() {
            Reach within = Reach.delegated(customer, AccessScope.everything(), Scope.selected(List.of(), List.of(us)));
            Reach outside =
                    Reach.delegated(customer, AccessScope.everything(), Scope.selected(List.of(), List.of(Ids.next())));

            assertThat(within.covers(room)).isTrue();
            assertThat(outside.covers(room)).isFalse();
        }

        @Test
        void shouldNeedBothScopeAndDelegation() {
            Scope delegation = Scope.selected(List.of(), List.of(us));

            assertThat(Reach.delegated(customer, selected(Set.of(), Set.of(headquarters)), delegation)
                            .covers(room))
                    .isTrue();
            assertThat(Reach.delegated(customer, selected(Set.of(), Set.of(headquarters)), delegation)
                            .covers(room(headquarters)))
                    .isFalse();
            assertThat(Reach.delegated(customer, selected(Set.of(), Set.of(headquarters)), delegation)
                            .covers(room(us)))
                    .isFalse();
        }

        @Test
        void shouldCoverNothingWithADelegationThatNamesNothing() {
            Reach reach = Reach.delegated(customer, AccessScope.everything(), Scope.selected(List.of(), List.of()));

            assertThat(reach.covers(room)).isFalse();
            assertThat(reach.names(us)).isFalse();
            assertThat(reach.coversEverything()).isFalse();
        }

        @Test
        void shouldCoverNoUnenrolledRoom() {
            Reach reach = Reach.delegated(customer, AccessScope.everything(), Scope.all());

            assertThat(reach.covers(room)).isTrue();
            assertThat(reach.covers(unenrolled(room))).isFalse();
        }

        @Test
        void shouldNameAGroupThatBothName() {
            Reach reach = Reach.delegated(
                    customer, selected(Set.of(), Set.of(us, headquarters)), Scope.selected(List.of(), List.of(us)));

            assertThat(reach.names(us)).isTrue();
            assertThat(reach.names(headquarters)).isFalse();
        }
    }

    @Test
    void shouldOnlyGetNarrowerWithin() {
        Reach wide = Reach.own(customer, AccessScope.everything());

        Reach narrow = wide.within(selected(Set.of(), Set.of(us)));

        assertThat(narrow.covers(room)).isTrue();
        assertThat(narrow.covers(room(headquarters))).isFalse();
        assertThat(narrow.within(AccessScope.everything())).isEqualTo(narrow);
        assertThat(wide.within(narrow)).isEqualTo(narrow);
    }

    private static AccessScope selected(Set<UUID> rooms, Set<UUID> groups) {
        return new AccessScope(false, rooms, groups);
    }

    private RoomPlacement room(UUID... groups) {
        return new RoomPlacement(Ids.next(), customer, Set.of(groups), true, 1);
    }

    private static RoomPlacement unenrolled(RoomPlacement room) {
        return new RoomPlacement(room.roomId(), room.tenantId(), room.groupIds(), false, room.version() + 1);
    }
}
