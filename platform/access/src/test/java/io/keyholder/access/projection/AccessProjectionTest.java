package io.keyholder.access.projection;

import static io.keyholder.access.World.establishedAt;
import static io.keyholder.access.World.event;
import static io.keyholder.access.World.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.access.AccessContext;
import io.keyholder.access.HeldAssignment;
import io.keyholder.access.World;
import io.keyholder.contracts.AssignmentState;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RelationshipState.Status;
import io.keyholder.contracts.RoleState;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AccessProjectionTest {
    private final AccessProjection projection = new AccessProjection();
    private final UUID customer = Ids.next();
    private final UUID partner = Ids.next();

    private void relationship(UUID id, Status status, int epoch, long version) {
        projection.apply(
                Topic.RELATIONSHIPS, event(World.state(id, customer, partner, status), new Sequence(epoch, version)));
    }

    private void relationship(RelationshipState state, long version) {
        projection.apply(Topic.RELATIONSHIPS, event(state, new Sequence(1, version)));
    }

    private Status statusOf(UUID id) {
        return projection.relationship(id).orElseThrow().status();
    }

    @Nested
    class Order {
        private static final int MANY = 20_000;

        private final UUID id = Ids.next();

        @Test
        void shouldTakeWhatIsNewerAndIgnoreWhatItHas() {
            relationship(id, Status.ACTIVE, 1, 1);
            relationship(id, Status.SUSPENDED, 1, 2);

            relationship(id, Status.ACTIVE, 1, 1);
            relationship(id, Status.ACTIVE, 1, 2);

            assertThat(statusOf(id)).isEqualTo(Status.SUSPENDED);
        }

        @Test
        void shouldIgnoreAnOlderStateThatComesLate() {
            relationship(id, Status.TERMINATED, 1, 3);
            relationship(id, Status.ACTIVE, 1, 1);

            assertThat(statusOf(id)).isEqualTo(Status.TERMINATED);
            assertThat(projection.relationshipBetween(partner, customer)).isEmpty();
        }

        @Test
        void shouldTakeAnOlderVersionOfANewerEpoch() {
            relationship(id, Status.SUSPENDED, 1, 9);
            relationship(id, Status.ACTIVE, 2, 4);

            assertThat(statusOf(id)).isEqualTo(Status.ACTIVE);

            relationship(id, Status.SUSPENDED, 1, 10);

            assertThat(statusOf(id)).isEqualTo(Status.ACTIVE);
        }

        @Test
        void shouldKnowWhatItHasSeen() {
            assertThat(projection.has(Topic.RELATIONSHIPS, id, new Sequence(1, 1)))
                    .isFalse();

            relationship(id, Status.TERMINATED, 1, 3);

            assertThat(projection.has(Topic.RELATIONSHIPS, id, new Sequence(1, 3)))
                    .isTrue();
            assertThat(projection.has(Topic.RELATIONSHIPS, id, Sequence.anyEpoch(1)))
                    .isTrue();
            assertThat(projection.has(Topic.RELATIONSHIPS, id, new Sequence(1, 4)))
                    .isFalse();
            assertThat(projection.has(Topic.ROLES, id, new Sequence(1, 1))).isFalse();
        }

        /** Its owner has lost what it had said of an end, and says in a later epoch all that there is. */
        @Test
        void shouldKnowOfEverythingOfAnEpochBeforeTheOneThatItHasAllOf() {
            relationship(id, Status.ACTIVE, 1, 3);
            assertThat(projection.has(Topic.RELATIONSHIPS, id, new Sequence(1, 4)))
                    .isFalse();

            projection.begin(Topic.RELATIONSHIPS, 2);

            assertThat(projection.relationship(id)).isEmpty();
            assertThat(projection.has(Topic.RELATIONSHIPS, id, new Sequence(1, 4)))
                    .isTrue();
            assertThat(projection.has(Topic.RELATIONSHIPS, id, new Sequence(2, 1)))
                    .isFalse();
            assertThat(projection.has(Topic.RELATIONSHIPS, id, Sequence.anyEpoch(1)))
                    .isFalse();
            assertThat(projection.has(Topic.ROLES, id, new Sequence(1, 4))).isFalse();
        }

        /** Who brings a consistency token decides the moment that its state counts as seen. */
        @Test
        void shouldAnswerByAStateBeforeItCountsAsSeen() throws Exception {
            AtomicInteger asked = new AtomicInteger();
            try (ExecutorService kafka = Executors.newSingleThreadExecutor()) {
                Future<?> applied = kafka.submit(() -> {
                    for (int version = 1; version <= MANY; version++) {
                        relationship(id, alternating(version), 1, version);
                        while (asked.get() < version) {
                            Thread.onSpinWait();
                        }
                    }
                });
                List<Status> answers = new ArrayList<>();
                for (int version = 1; version <= MANY; version++) {
                    while (!projection.has(Topic.RELATIONSHIPS, id, new Sequence(1, version))) {
                        Thread.onSpinWait();
                    }
                    answers.add(projection
                            .relationship(id)
                            .map(RelationshipState::status)
                            .orElse(Status.TERMINATED));
                    asked.set(version);
                }
                applied.get();

                assertThat(answers)
                        .isEqualTo(IntStream.rangeClosed(1, MANY)
                                .mapToObj(Order::alternating)
                                .toList());
            }
        }

        private static Status alternating(int version) {
            return version % 2 == 0 ? Status.ACTIVE : Status.SUSPENDED;
        }

        @Test
        void shouldForgetAtATombstone() {
            relationship(id, Status.ACTIVE, 1, 1);

            projection.forget(Topic.RELATIONSHIPS, id);

            assertThat(projection.relationship(id)).isEmpty();
            assertThat(projection.relationshipBetween(partner, customer)).isEmpty();
            assertThat(projection.relationshipsOfPartner(partner)).isEmpty();
            assertThat(projection.relationshipsOfCustomer(customer)).isEmpty();
        }
    }

    /** One after the other between the same two. Keys are on different partitions, so their states come in any order. */
    @Nested
    class EstablishedAnew {
        private final RelationshipState old =
                establishedAt(World.state(Ids.next(), customer, partner, Status.ACTIVE), 0);
        private final RelationshipState oldEnded = (RelationshipState) old.ended();
        private final RelationshipState anew =
                establishedAt(World.state(Ids.next(), customer, partner, Status.ACTIVE), 5);

        private void assertTheNewOneStands() {
            assertThat(projection.relationshipBetween(partner, customer)).contains(anew);
            assertThat(projection.relationshipsOfPartner(partner)).containsExactly(anew);
            assertThat(projection.relationshipsOfCustomer(customer)).containsExactly(anew);
        }

        @Test
        void shouldStandWhenAllComesInOrder() {
            relationship(old, 1);
            relationship(oldEnded, 2);
            relationship(anew, 1);

            assertTheNewOneStands();
        }

        @Test
        void shouldStandWhenTheEndOfTheOldComesLast() {
            relationship(old, 1);
            relationship(anew, 1);
            relationship(oldEnded, 2);

            assertTheNewOneStands();
        }

        @Test
        void shouldStandWhenAllOfTheOldComesLast() {
            relationship(anew, 1);
            relationship(old, 1);
            assertThat(projection.relationshipBetween(partner, customer)).contains(anew);
            relationship(oldEnded, 2);

            assertTheNewOneStands();
        }

        @Test
        void shouldLeaveTheOldWhenTheNewIsEndedBeforeItsEndIsKnown() {
            relationship(old, 1);
            relationship(anew, 1);
            relationship((RelationshipState) anew.ended(), 2);

            assertThat(projection.relationshipBetween(partner, customer)).contains(old);
        }

        @Test
        void shouldTakeAChangeOfItsStatus() {
            relationship(anew, 1);
            relationship(establishedAt(World.state(anew.id(), customer, partner, Status.SUSPENDED), 5), 2);

            assertThat(projection
                            .relationshipBetween(partner, customer)
                            .orElseThrow()
                            .status())
                    .isEqualTo(Status.SUSPENDED);
            assertThat(projection.relationshipsOfPartner(partner)).hasSize(1);
        }
    }

    @Nested
    class Members {
        private final UUID id = Ids.next();
        private final UUID role = Ids.next();

        private void assignment(long version, AssignmentState.Status status, Principal... members) {
            projection.apply(
                    Topic.ASSIGNMENTS,
                    event(
                            new AssignmentState(
                                    id,
                                    role,
                                    new Sequence(1, 1),
                                    customer,
                                    null,
                                    List.of(members),
                                    Scope.all(),
                                    null,
                                    null,
                                    status,
                                    null),
                            new Sequence(1, version)));
        }

        private List<UUID> of(Principal principal) {
            return projection.assignmentsOf(principal).stream()
                    .map(HeldAssignment::id)
                    .toList();
        }

        @Test
        void shouldFollowWhoIsAddedAndWhoIsTakenAway() {
            assignment(1, AssignmentState.Status.ACTIVE, user(customer, "ada"), user(customer, "bob"));
            assignment(2, AssignmentState.Status.ACTIVE, user(customer, "bob"), user(customer, "cy"));

            assertThat(of(user(customer, "ada"))).isEmpty();
            assertThat(of(user(customer, "bob"))).containsExactly(id);
            assertThat(of(user(customer, "cy"))).containsExactly(id);
        }

        @Test
        void shouldCountAMemberOnceWhoIsNamedTwice() {
            assignment(1, AssignmentState.Status.ACTIVE, user(customer, "ada"), user(customer, "ada"));

            assertThat(of(user(customer, "ada"))).containsExactly(id);
        }

        @Test
        void shouldTakeItFromAllWhenItIsDeleted() {
            assignment(1, AssignmentState.Status.ACTIVE, user(customer, "ada"));
            assignment(2, AssignmentState.Status.DELETED);

            assertThat(of(user(customer, "ada"))).isEmpty();
            assertThat(projection.has(Topic.ASSIGNMENTS, id, new Sequence(1, 2)))
                    .isTrue();
        }

        @Test
        void shouldNotGiveItBackWhenAnOlderStateComesAfterItsEnd() {
            assignment(2, AssignmentState.Status.DELETED);
            assignment(1, AssignmentState.Status.ACTIVE, user(customer, "ada"));

            assertThat(of(user(customer, "ada"))).isEmpty();
        }
    }

    @Nested
    class Unreadable {
        private final UUID id = Ids.next();
        private final AccessContext own = AccessContext.ownOf(customer);
        private final AccessContext partners = new AccessContext(customer, id);
        private final AccessContext elsewhere = new AccessContext(Ids.next(), Ids.next());

        @Test
        void shouldDenyWhatItsHeadersNameUntilAReadableStateOfItsKeyComes() {
            projection.quarantine(Topic.RELATIONSHIPS, id.toString(), new EventContext(customer, id));

            assertThat(projection.isUnreadable(partners)).isTrue();
            assertThat(projection.isUnreadable(own)).isFalse();
            assertThat(projection.isUnreadable(elsewhere)).isFalse();
            assertThat(projection.quarantined()).isEqualTo(1);

            relationship(id, Status.ACTIVE, 1, 1);

            assertThat(projection.isUnreadable(partners)).isFalse();
            assertThat(projection.quarantined()).isZero();
        }

        @Test
        void shouldNotBeReleasedByAStateThatIsKnownAlready() {
            relationship(id, Status.ACTIVE, 1, 1);
            projection.quarantine(Topic.RELATIONSHIPS, id.toString(), new EventContext(customer, id));

            relationship(id, Status.ACTIVE, 1, 1);

            assertThat(projection.isUnreadable(partners)).isTrue();
        }

        @Test
        void shouldBeReleasedByATombstone() {
            projection.quarantine(Topic.RELATIONSHIPS, id.toString(), new EventContext(customer, id));

            projection.forget(Topic.RELATIONSHIPS, id.toString());

            assertThat(projection.isUnreadable(partners)).isFalse();
        }

        @Test
        void shouldGoByWhatIsKnownOfTheKeyWhenHeadersSayNothing() {
            UUID role = Ids.next();
            projection.apply(Topic.ROLES, event(World.role(role, customer, id), new Sequence(1, 1)));

            projection.quarantine(Topic.ROLES, role.toString(), new EventContext(null, null));

            assertThat(projection.isUnreadable(partners)).isTrue();
            assertThat(projection.isUnreadable(elsewhere)).isFalse();
        }

        @Test
        void shouldDenyAllPartnersWhenNothingIsKnown() {
            projection.quarantine(Topic.ROLES, Ids.next().toString(), new EventContext(null, null));

            assertThat(projection.isUnreadable(partners)).isTrue();
            assertThat(projection.isUnreadable(elsewhere)).isTrue();
            assertThat(projection.isUnreadable(own)).isFalse();
        }

        @Test
        void shouldDenyAllPartnersWhenTheKeyCannotBeReadWhateverTheHeadersSay() {
            projection.quarantine(Topic.RELATIONSHIPS, "no-id", new EventContext(customer, id));

            assertThat(projection.isUnreadable(elsewhere)).isTrue();

            projection.forget(Topic.RELATIONSHIPS, "no-id");

            assertThat(projection.isUnreadable(elsewhere)).isFalse();
        }

        @Test
        void shouldDenyAllOfATenant() {
            projection.quarantine(Topic.TENANTS, customer.toString(), new EventContext(customer, null));

            assertThat(projection.isUnreadable(own)).isTrue();
            assertThat(projection.isUnreadable(partners)).isTrue();
            assertThat(projection.isUnreadableTenant(customer)).isTrue();
            assertThat(projection.isUnreadableTenant(partner)).isFalse();
        }

        @Test
        void shouldNotTakeATenantForUnreadableWhenOneOfItsRolesIs() {
            projection.quarantine(Topic.ROLES, Ids.next().toString(), new EventContext(customer, null));

            assertThat(projection.isUnreadableTenant(customer)).isFalse();
            assertThat(projection.isUnreadable(own)).isTrue();
        }
    }

    @Test
    void shouldLeaveOutPermissionsItDoesNotKnow() {
        UUID role = Ids.next();
        projection.apply(
                Topic.ROLES,
                event(
                        new RoleState(
                                role,
                                customer,
                                null,
                                null,
                                "Of the future",
                                List.of("rooms:view", "rooms:teleport"),
                                RoleState.Status.ACTIVE,
                                null),
                        new Sequence(1, 1)));

        assertThat(projection.role(role).orElseThrow().permissions())
                .containsExactly(io.keyholder.access.Permission.ROOMS_VIEW);
    }
}
