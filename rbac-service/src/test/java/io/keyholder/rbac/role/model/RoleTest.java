package io.keyholder.rbac.role.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.access.BuiltInRole;
import io.keyholder.access.Permission;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.problems.RoleProblem;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.record.Changed;
import io.keyholder.record.Refused;
import io.keyholder.record.Unchanged;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RoleTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Context OWN = Context.ownOf(Ids.next());
    private static final RoleDetails HELP_DESK = details("Help desk", Permission.ROOMS_VIEW);

    @Nested
    class ACustomOne {
        private final Role role = Role.custom(Ids.next(), OWN, HELP_DESK, NOON).after();

        @Test
        void shouldBeginAtVersionOne() {
            assertThat(role.version()).isEqualTo(1);
            assertThat(role.createdAt()).isEqualTo(NOON);
            assertThat(role.updatedAt()).isEqualTo(NOON);
            assertThat(role.type()).isEqualTo(Role.Type.CUSTOM);
        }

        @Test
        void shouldChange() {
            RoleDetails wider = details("Help desk", Permission.ROOMS_VIEW, Permission.ROLES_VIEW);

            assertThat(role.change(wider, LATER)).isInstanceOfSatisfying(Changed.class, changed -> {
                assertThat(changed.event()).isEqualTo(EventType.ROLE_CHANGED);
                assertThat(changed.after())
                        .isEqualTo(new Role(role.id(), role.context(), Optional.empty(), wider, NOON, LATER, 2));
            });
        }

        @Test
        void shouldStayAsItIsWhenNothingChanges() {
            assertThat(role.change(details("Help desk", Permission.ROOMS_VIEW), LATER))
                    .isEqualTo(new Unchanged<>(role));
        }

        @Test
        void shouldBeDeletedInAVersionOfItsOwn() {
            assertThat(role.delete(LATER)).isInstanceOfSatisfying(Changed.class, changed -> {
                assertThat(changed.removed()).isTrue();
                assertThat(((Role) changed.after()).version()).isEqualTo(2);
            });
        }
    }

    @Nested
    class ABuiltInOne {
        private final Role role =
                Role.builtIn(Ids.next(), OWN, BuiltInRole.SITE_TECH, NOON).after();

        @Test
        void shouldNeitherBeChangedNorDeleted() {
            assertThat(role.change(HELP_DESK, LATER))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.type()).isEqualTo(RoleProblem.BUILT_IN_ROLE));
            assertThat(role.delete(LATER)).isInstanceOf(Refused.class);
        }

        @Test
        void shouldEndWithItsContext() {
            assertThat(role.end(LATER).removed()).isTrue();
        }

        @Test
        void shouldBeRenewedOnlyWhenItsPermissionsDiffer() {
            assertThat(role.renew(BuiltInRole.SITE_TECH, role.permissions(), LATER))
                    .isEqualTo(new Unchanged<>(role));
            assertThat(role.renew(BuiltInRole.SITE_TECH, Set.of(Permission.ROOMS_VIEW), LATER))
                    .isInstanceOfSatisfying(
                            Changed.class,
                            changed -> assertThat(((Role) changed.after()).permissions())
                                    .containsExactly(Permission.ROOMS_VIEW));
        }
    }

    private static RoleDetails details(String name, Permission... permissions) {
        return new RoleDetails(name, Optional.empty(), Set.of(permissions));
    }
}
