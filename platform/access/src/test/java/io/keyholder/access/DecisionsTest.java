package io.keyholder.access;

import static io.keyholder.access.Permission.INCIDENTS_VIEW;
import static io.keyholder.access.Permission.PARTNERS_MANAGE;
import static io.keyholder.access.Permission.ROLES_MODIFY;
import static io.keyholder.access.Permission.ROOMS_CREATE;
import static io.keyholder.access.Permission.ROOMS_MODIFY;
import static io.keyholder.access.Permission.ROOMS_VIEW;
import static io.keyholder.access.World.NOW;
import static io.keyholder.access.World.caller;
import static io.keyholder.access.World.globalAdmin;
import static io.keyholder.access.World.group;
import static io.keyholder.access.World.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.RelationshipState.Status;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionsTest {
    private static final UUID NO_RELATIONSHIP = null;

    private final World world = new World();
    private final UUID aurora = world.tenant();
    private final UUID meridian = world.tenant();

    private Decision decide(Caller caller, Permission permission, UUID customer) {
        return world.decisions.decide(caller, permission, customer);
    }

    private static void assertAllowed(Decision decision, AccessScope scope) {
        assertThat(decision).isInstanceOf(Decision.Allowed.class);
        assertThat(decision.scope()).isEqualTo(scope);
    }

    private static void assertDenied(Decision decision, DenialReason reason) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Denied.class,
                        denied -> assertThat(denied.reason()).isEqualTo(reason));
        assertThat(decision.scope().isEmpty()).isTrue();
    }

    @Nested
    class InTheOwnTenant {

        @Test
        void shouldDenyWhoHoldsNothing() {
            assertDenied(decide(caller(aurora, "ada"), ROOMS_VIEW, aurora), DenialReason.NO_ASSIGNMENT);
        }

        @Test
        void shouldAllowWhatARoleHoldsOverTheScopeOfItsAssignment() {
            UUID room = Ids.next();
            UUID role = world.role(aurora, NO_RELATIONSHIP, ROOMS_VIEW);
            UUID assignment = world.assign(
                    role, aurora, NO_RELATIONSHIP, Scope.selected(List.of(room), List.of()), user(aurora, "ada"));

            Decision decision = decide(caller(aurora, "ada"), ROOMS_VIEW, aurora);

            assertAllowed(decision, new AccessScope(false, Set.of(room), Set.of()));
            assertThat(((Decision.Allowed) decision).because())
                    .containsExactly(
                            new Basis.Assignment(assignment, role, "Role", Scope.selected(List.of(room), List.of())));
            assertThat(decision.context()).isEqualTo(AccessContext.ownOf(aurora));
        }

        @Test
        void shouldSayThatTheRoleLacksThePermission() {
            UUID role = world.role(aurora, NO_RELATIONSHIP, ROOMS_VIEW);
            world.assign(role, aurora, NO_RELATIONSHIP, Scope.all(), user(aurora, "ada"));

            assertDenied(decide(caller(aurora, "ada"), ROOMS_MODIFY, aurora), DenialReason.ROLE_LACKS_PERMISSION);
        }

        @Test
        void shouldHoldWhatBelongsToThePlatformToo() {
            UUID role = world.role(aurora, NO_RELATIONSHIP, PARTNERS_MANAGE);
            world.assign(role, aurora, NO_RELATIONSHIP, Scope.all(), user(aurora, "ada"));

            assertAllowed(decide(caller(aurora, "ada"), PARTNERS_MANAGE, aurora), AccessScope.everything());
        }

        @ParameterizedTest
        @EnumSource(Permission.class)
        void shouldAllowAGlobalAdminEverything(Permission permission) {
            Decision decision = decide(globalAdmin(aurora), permission, aurora);

            assertAllowed(decision, AccessScope.everything());
            assertThat(((Decision.Allowed) decision).because()).containsExactly(new Basis.GlobalAdmin(aurora));
        }

        @Test
        void shouldGoOnWhenTheDataIsTooOldForPartners() {
            UUID role = world.role(aurora, NO_RELATIONSHIP, ROOMS_VIEW);
            world.assign(role, aurora, NO_RELATIONSHIP, Scope.all(), user(aurora, "ada"));

            world.stale();

            assertThat(decide(caller(aurora, "ada"), ROOMS_VIEW, aurora).isAllowed())
                    .isTrue();
        }

        @Test
        void shouldDenyEverybodyUntilTheProjectionIsComplete() {
            UUID role = world.role(aurora, NO_RELATIONSHIP, ROOMS_VIEW);
            world.assign(role, aurora, NO_RELATIONSHIP, Scope.all(), user(aurora, "ada"));

            world.catchingUp();

            assertDenied(decide(caller(aurora, "ada"), ROOMS_VIEW, aurora), DenialReason.DATA_TOO_OLD);
            assertDenied(decide(globalAdmin(aurora), ROOMS_VIEW, aurora), DenialReason.DATA_TOO_OLD);
        }

        @Test
        void shouldNotCountARoleOfARelationship() {
            UUID relationship = world.relationship(aurora, meridian);
            UUID role = world.role(aurora, relationship, ROOMS_VIEW);
            world.assign(role, aurora, relationship, Scope.all(), user(aurora, "ada"));

            assertDenied(decide(caller(aurora, "ada"), ROOMS_VIEW, aurora), DenialReason.NO_ASSIGNMENT);
        }

        @Test
        void shouldNotCountTheSameUserIdOfAnotherTenant() {
            UUID role = world.role(aurora, NO_RELATIONSHIP, ROOMS_VIEW);
            world.assign(role, aurora, NO_RELATIONSHIP, Scope.all(), user(meridian, "ada"));

            assertDenied(decide(caller(aurora, "ada"), ROOMS_VIEW, aurora), DenialReason.NO_ASSIGNMENT);
        }

        @Test
        void shouldNotTakeAUserForAGroupOfTheSameId() {
            UUID role = world.role(aurora, NO_RELATIONSHIP, ROOMS_VIEW);
            world.assign(role, aurora, NO_RELATIONSHIP, Scope.all(), group(aurora, "ada"));

            assertDenied(decide(caller(aurora, "ada"), ROOMS_VIEW, aurora), DenialReason.NO_ASSIGNMENT);
            assertThat(decide(caller(aurora, "bob", "ada"), ROOMS_VIEW, aurora).isAllowed())
                    .isTrue();
        }

        @Test
        void shouldDenyAContextThatCannotBeRead() {
            UUID role = world.role(aurora, NO_RELATIONSHIP, ROOMS_VIEW);
            world.assign(role, aurora, NO_RELATIONSHIP, Scope.all(), user(aurora, "ada"));

            world.projection.quarantine(Topic.ASSIGNMENTS, Ids.next().toString(), new EventContext(aurora, null));

            assertDenied(decide(caller(aurora, "ada"), ROOMS_VIEW, aurora), DenialReason.CONTEXT_UNREADABLE);
            assertThat(decide(globalAdmin(aurora), ROOMS_VIEW, aurora).isAllowed())
                    .as("whose right rests on no assignment, and who can repair it")
                    .isTrue();
        }

        @Test
        void shouldDenyEvenTheGlobalAdminOfATenantThatItselfCannotBeRead() {
            // It may say that the tenant is suspended.
            world.projection.quarantine(Topic.TENANTS, aurora.toString(), new EventContext(null, null));

            assertDenied(decide(globalAdmin(aurora), ROOMS_VIEW, aurora), DenialReason.CONTEXT_UNREADABLE);
        }
    }

    @Test
    void shouldDenyAPlatformOperatorAllTenantsData() {
        Caller operator = new Caller(null, "olga", Set.of(), true, false, true, null);

        assertDenied(decide(operator, ROOMS_VIEW, aurora), DenialReason.NO_TENANT);
        assertThat(world.decisions.everywhere(operator, ROOMS_VIEW)).isEmpty();
        assertThat(world.decisions.contextsOf(operator)).isEmpty();
    }

    @Nested
    class AsAPartner {
        private final UUID relationship = world.relationship(aurora, meridian);
        private final Caller mia = caller(meridian, "mia");
        private UUID role;

        @BeforeEach
        void assign() {
            role = world.role(aurora, relationship, ROOMS_VIEW, ROLES_MODIFY);
            world.assign(role, aurora, relationship, Scope.all(), user(meridian, "mia"));
        }

        @Test
        void shouldAllowWhatTheRelationshipsRoleHolds() {
            Decision decision = decide(mia, ROOMS_VIEW, aurora);

            assertAllowed(decision, AccessScope.everything());
            assertThat(decision.context()).isEqualTo(new AccessContext(aurora, relationship));
        }

        @Test
        void shouldGiveAGlobalAdminNothingAtACustomer() {
            assertDenied(decide(globalAdmin(meridian), ROOMS_VIEW, aurora), DenialReason.NO_ASSIGNMENT);
        }

        @Test
        void shouldDenyWhereThereIsNoRelationship() {
            UUID borealis = world.tenant();

            assertDenied(decide(mia, ROOMS_VIEW, borealis), DenialReason.NO_RELATIONSHIP);
        }

        @Test
        void shouldNotTurnTheRelationshipRound() {
            UUID own = world.role(aurora, NO_RELATIONSHIP, ROOMS_VIEW);
            world.assign(own, aurora, NO_RELATIONSHIP, Scope.all(), user(aurora, "ada"));

            assertDenied(decide(caller(aurora, "ada"), ROOMS_VIEW, meridian), DenialReason.NO_RELATIONSHIP);
        }

        @Test
        void shouldHaveNoInfluenceOnAnotherCustomer() {
            UUID borealis = world.tenant();
            world.relationship(borealis, meridian);

            assertDenied(decide(mia, ROOMS_VIEW, borealis), DenialReason.NO_ASSIGNMENT);
        }

        @Test
        void shouldNotCountTheRoleOfAnotherContextThoughTheAssignmentNamesIt() {
            UUID foreign = world.role(aurora, NO_RELATIONSHIP, INCIDENTS_VIEW);
            world.assign(foreign, aurora, relationship, Scope.all(), user(meridian, "mia"));

            assertThat(decide(mia, INCIDENTS_VIEW, aurora).isAllowed()).isFalse();
        }

        @Test
        void shouldDenyWhileTheRelationshipIsSuspendedAndAllowAfterwards() {
            world.relationship(relationship, aurora, meridian, Status.SUSPENDED);

            assertDenied(decide(mia, ROOMS_VIEW, aurora), DenialReason.RELATIONSHIP_SUSPENDED);
            assertThat(world.decisions.isMember(mia, relationship)).isTrue();

            world.relationship(relationship, aurora, meridian, Status.ACTIVE);

            assertThat(decide(mia, ROOMS_VIEW, aurora).isAllowed()).isTrue();
        }

        @Test
        void shouldDenyOnceTheRelationshipIsTerminatedThoughItsAssignmentsAreStillThere() {
            world.relationship(relationship, aurora, meridian, Status.TERMINATED);

            assertDenied(decide(mia, ROOMS_VIEW, aurora), DenialReason.NO_RELATIONSHIP);
            assertDenied(world.decisions.decideIn(mia, ROOMS_VIEW, relationship), DenialReason.NO_RELATIONSHIP);
            assertThat(world.decisions.everywhere(mia, ROOMS_VIEW)).isEmpty();
            assertThat(world.decisions.permissions(mia, aurora)).isEmpty();
        }

        @Test
        void shouldDenyWhileTheCustomerIsSuspended() {
            world.tenant(aurora, TenantState.Status.SUSPENDED);

            assertDenied(decide(mia, ROOMS_VIEW, aurora), DenialReason.CUSTOMER_SUSPENDED);
        }

        @Test
        void shouldDenyWhenTheCustomerIsNotKnown() {
            UUID unknown = Ids.next();
            UUID another = world.relationship(unknown, meridian);
            world.assign(
                    world.role(unknown, another, ROOMS_VIEW), unknown, another, Scope.all(), user(meridian, "mia"));

            assertDenied(decide(mia, ROOMS_VIEW, unknown), DenialReason.CUSTOMER_SUSPENDED);
        }

        @Test
        void shouldDenyOnDataThatIsTooOld() {
            world.stale();

            assertDenied(decide(mia, ROOMS_VIEW, aurora), DenialReason.DATA_TOO_OLD);
            assertDenied(world.decisions.decideIn(mia, ROOMS_VIEW, relationship), DenialReason.DATA_TOO_OLD);
            assertThat(world.decisions.everywhere(mia, ROOMS_VIEW)).isEmpty();
            assertThat(world.decisions.isMember(mia, relationship)).isFalse();
        }

        @Test
        void shouldDenyARelationshipThatCannotBeReadAndNoOther() {
            UUID borealis = world.tenant();
            UUID other = world.relationship(borealis, meridian);
            world.assign(world.role(borealis, other, ROOMS_VIEW), borealis, other, Scope.all(), user(meridian, "mia"));

            world.projection.quarantine(Topic.RELATIONSHIPS, relationship.toString(), new EventContext(null, null));

            assertDenied(decide(mia, ROOMS_VIEW, aurora), DenialReason.CONTEXT_UNREADABLE);
            assertThat(world.decisions.isMember(mia, relationship)).isFalse();
            assertThat(decide(mia, ROOMS_VIEW, borealis).isAllowed()).isTrue();
        }

        @Test
        void shouldDenyAllOfACustomerWhoseTenantCannotBeRead() {
            world.projection.quarantine(Topic.TENANTS, aurora.toString(), new EventContext(null, null));

            assertDenied(decide(mia, ROOMS_VIEW, aurora), DenialReason.CONTEXT_UNREADABLE);
        }

        @Test
        void shouldDenyAPartnerWhoseOwnTenantCannotBeRead() {
            // It may say that the partner is suspended.
            world.projection.quarantine(Topic.TENANTS, meridian.toString(), new EventContext(null, null));

            assertDenied(decide(mia, ROOMS_VIEW, aurora), DenialReason.CONTEXT_UNREADABLE);
            assertThat(world.decisions.isMember(mia, relationship)).isFalse();
        }

        @Test
        void shouldHoldNothingBeyondThePrimaryAdminsPermissions() {
            UUID generous = world.role(aurora, relationship, ROOMS_CREATE, PARTNERS_MANAGE);
            world.assign(generous, aurora, relationship, Scope.all(), user(meridian, "mia"));

            assertDenied(decide(mia, ROOMS_CREATE, aurora), DenialReason.ABOVE_CEILING);
            assertDenied(decide(mia, PARTNERS_MANAGE, aurora), DenialReason.ABOVE_CEILING);
        }

        @Test
        void shouldHoldNothingBeyondTheCustomersCeiling() {
            world.relationship(relationship, aurora, meridian, Status.ACTIVE, "rooms:view");

            assertThat(decide(mia, ROOMS_VIEW, aurora).isAllowed()).isTrue();
            assertDenied(decide(mia, ROLES_MODIFY, aurora), DenialReason.ABOVE_CEILING);
        }

        @Test
        void shouldBeToldOfTheCeilingWhereNoRoleOrAssignmentWouldHelp() {
            world.relationship(relationship, aurora, meridian, Status.ACTIVE, "rooms:view");

            assertDenied(decide(mia, ROOMS_CREATE, aurora), DenialReason.ABOVE_CEILING);
            assertDenied(decide(caller(meridian, "nina"), INCIDENTS_VIEW, aurora), DenialReason.ABOVE_CEILING);
        }

        @Test
        void shouldWaitForTheVersionOfTheRoleThatTheAssignmentWasMadeFor() {
            UUID narrowed = Ids.next();
            world.changeRole(narrowed, aurora, relationship, INCIDENTS_VIEW);
            world.changeRole(narrowed, aurora, relationship, INCIDENTS_VIEW);
            world.assign(narrowed, aurora, relationship, Scope.all(), user(meridian, "max"));
            World behind = new World();
            behind.tenant(aurora, TenantState.Status.ACTIVE);
            behind.relationship(relationship, aurora, meridian, Status.ACTIVE);
            behind.changeRole(narrowed, aurora, relationship, INCIDENTS_VIEW, ROOMS_VIEW);
            world.projection
                    .assignmentsOf(user(meridian, "max"))
                    .forEach(held -> behind.projection.apply(
                            Topic.ASSIGNMENTS,
                            World.event(
                                    new io.keyholder.contracts.AssignmentState(
                                            held.id(),
                                            held.roleId(),
                                            held.roleVersion(),
                                            aurora,
                                            relationship,
                                            List.of(user(meridian, "max")),
                                            held.scope(),
                                            null,
                                            null,
                                            io.keyholder.contracts.AssignmentState.Status.ACTIVE,
                                            null),
                                    new io.keyholder.contracts.Sequence(1, 1))));

            assertDenied(
                    behind.decisions.decide(caller(meridian, "max"), ROOMS_VIEW, aurora), DenialReason.ROLE_UNKNOWN);

            behind.changeRole(narrowed, aurora, relationship, INCIDENTS_VIEW);

            assertDenied(
                    behind.decisions.decide(caller(meridian, "max"), ROOMS_VIEW, aurora),
                    DenialReason.ROLE_LACKS_PERMISSION);
            assertThat(behind.decisions
                            .decide(caller(meridian, "max"), INCIDENTS_VIEW, aurora)
                            .isAllowed())
                    .isTrue();
        }

        @Test
        void shouldNotCountARoleThatIsGone() {
            world.projection.forget(Topic.ROLES, role);

            assertDenied(decide(mia, ROOMS_VIEW, aurora), DenialReason.ROLE_UNKNOWN);
        }

        @Test
        void shouldListEachCustomerOnceThoughTheRelationshipWasEstablishedAnewAndTheEndOfTheOldIsNotYetKnown() {
            UUID anew = Ids.next();
            world.apply(
                    Topic.RELATIONSHIPS, World.establishedAt(World.state(anew, aurora, meridian, Status.ACTIVE), 5));
            world.assign(world.role(aurora, anew, ROOMS_VIEW), aurora, anew, Scope.all(), user(meridian, "mia"));

            assertThat(world.decisions.everywhere(mia, ROOMS_VIEW))
                    .extracting(Decision.Allowed::context)
                    .containsExactly(new AccessContext(aurora, anew));
        }
    }

    @Nested
    class Time {

        private Decision between(Duration start, Duration end) {
            UUID role = world.role(aurora, NO_RELATIONSHIP, ROOMS_VIEW);
            world.assign(
                    role,
                    aurora,
                    NO_RELATIONSHIP,
                    Scope.all(),
                    start == null ? null : NOW.plus(start),
                    end == null ? null : NOW.plus(end),
                    user(aurora, "ada"));
            return decide(caller(aurora, "ada"), ROOMS_VIEW, aurora);
        }

        @Test
        void shouldCountFromTheStartOn() {
            assertThat(between(Duration.ZERO, null).isAllowed()).isTrue();
        }

        @Test
        void shouldNotCountBeforeTheStart() {
            assertDenied(between(Duration.ofMillis(1), null), DenialReason.ASSIGNMENT_NOT_STARTED);
        }

        @Test
        void shouldCountUntilTheEnd() {
            assertThat(between(null, Duration.ofMillis(1)).isAllowed()).isTrue();
        }

        @Test
        void shouldNotCountAtTheEnd() {
            assertDenied(between(null, Duration.ZERO), DenialReason.ASSIGNMENT_ENDED);
        }
    }

    @Nested
    class Scopes {
        private final UUID room = Ids.next();
        private final UUID otherRoom = Ids.next();
        private final UUID roomGroup = Ids.next();

        private Decision over(Scope... scopes) {
            UUID role = world.role(aurora, NO_RELATIONSHIP, ROOMS_VIEW);
            for (int i = 0; i < scopes.length; i++) {
                world.assign(
                        role,
                        aurora,
                        NO_RELATIONSHIP,
                        scopes[i],
                        i % 2 == 0 ? user(aurora, "ada") : group(aurora, "staff"));
            }
            return decide(caller(aurora, "ada", "staff"), ROOMS_VIEW, aurora);
        }

        @Test
        void shouldTakeAnEmptySelectionForNothingAndNeverForAll() {
            Decision decision = over(Scope.selected(List.of(), List.of()));

            assertThat(decision.scope().all()).isFalse();
            assertThat(decision.scope().isEmpty()).isTrue();
            assertThat(decision.scope().covers(room, Set.of(roomGroup))).isFalse();
        }

        @Test
        void shouldAddUpWhatUserAndGroupsHold() {
            Decision decision = over(
                    Scope.selected(List.of(room), List.of()),
                    Scope.selected(List.of(otherRoom), List.of(roomGroup)),
                    Scope.selected(List.of(), List.of()));

            assertAllowed(decision, new AccessScope(false, Set.of(room, otherRoom), Set.of(roomGroup)));
            assertThat(decision.scope().covers(Ids.next(), Set.of(roomGroup))).isTrue();
            assertThat(decision.scope().covers(Ids.next(), Set.of(Ids.next()))).isFalse();
        }

        @Test
        void shouldCoverAllAsSoonAsOneDoes() {
            assertAllowed(over(Scope.selected(List.of(room), List.of()), Scope.all()), AccessScope.everything());
        }

        @Test
        void shouldAddNothingOfARoleThatLacksThePermission() {
            UUID viewing = world.role(aurora, NO_RELATIONSHIP, ROOMS_VIEW);
            UUID modifying = world.role(aurora, NO_RELATIONSHIP, ROOMS_MODIFY);
            world.assign(viewing, aurora, NO_RELATIONSHIP, Scope.all(), user(aurora, "ada"));
            world.assign(
                    modifying, aurora, NO_RELATIONSHIP, Scope.selected(List.of(room), List.of()), user(aurora, "ada"));

            assertAllowed(
                    decide(caller(aurora, "ada"), ROOMS_MODIFY, aurora),
                    new AccessScope(false, Set.of(room), Set.of()));
        }
    }

    @Test
    void shouldNameTheReasonThatIsNearestToBeingAllowed() {
        UUID ended = world.role(aurora, NO_RELATIONSHIP, ROOMS_MODIFY);
        UUID lacking = world.role(aurora, NO_RELATIONSHIP, ROOMS_VIEW);
        world.assign(lacking, aurora, NO_RELATIONSHIP, Scope.all(), user(aurora, "ada"));
        world.assign(ended, aurora, NO_RELATIONSHIP, Scope.all(), null, NOW, user(aurora, "ada"));

        assertDenied(decide(caller(aurora, "ada"), ROOMS_MODIFY, aurora), DenialReason.ROLE_LACKS_PERMISSION);
    }

    @Test
    void shouldSayWhereverAPermissionIsHeld() {
        UUID relationship = world.relationship(aurora, meridian);
        world.relationship(world.tenant(), meridian);
        world.assign(
                world.role(aurora, relationship, ROOMS_VIEW), aurora, relationship, Scope.all(), user(meridian, "mia"));
        world.assign(
                world.role(meridian, NO_RELATIONSHIP, ROOMS_VIEW),
                meridian,
                NO_RELATIONSHIP,
                Scope.all(),
                user(meridian, "mia"));

        assertThat(world.decisions.everywhere(caller(meridian, "mia"), ROOMS_VIEW))
                .extracting(Decision.Allowed::context)
                .containsExactlyInAnyOrder(AccessContext.ownOf(meridian), new AccessContext(aurora, relationship));
        assertThat(world.decisions.contextsOf(caller(meridian, "mia"))).hasSize(3);
    }
}
