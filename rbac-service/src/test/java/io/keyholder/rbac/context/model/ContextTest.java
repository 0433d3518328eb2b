package io.keyholder.rbac.context.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.access.BuiltInRole;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Ids;
import io.keyholder.rbac.role.model.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContextTest {

    @Test
    void shouldReachEverythingInATenantsOwn() {
        Context own = Context.ownOf(Ids.next());

        assertThat(own.reached(Set.of(Permission.values()))).containsExactlyInAnyOrder(Permission.values());
        assertThat(own.memberTenant()).isEqualTo(own.customerId());
        assertThat(own.asAccessContext().isOwn()).isTrue();
    }

    @Test
    void shouldReachThePrimaryAdminsPermissionsInARelationship() {
        Context relationship = relationship(Optional.empty());

        assertThat(relationship.reached(Set.of(Permission.values())))
                .isEqualTo(BuiltInRole.PRIMARY_ADMIN.permissions());
        assertThat(relationship.memberTenant())
                .isEqualTo(relationship.partnerId().orElseThrow());
        assertThat(relationship.asAccessContext().relationshipId()).isEqualTo(relationship.id());
    }

    @Test
    void shouldReachNoFurtherThanTheCustomersCeiling() {
        Context relationship = relationship(Optional.of(List.of("rooms:view", "rooms:create")));

        assertThat(relationship.reached(Set.of(Permission.values()))).containsExactly(Permission.ROOMS_VIEW);
        assertThat(Role.builtIn(Ids.next(), relationship, BuiltInRole.PRIMARY_ADMIN, Instant.EPOCH)
                        .after()
                        .permissions())
                .containsExactly(Permission.ROOMS_VIEW);
    }

    private static Context relationship(Optional<List<String>> ceiling) {
        return Context.ofRelationship(Ids.next(), Ids.next(), Ids.next(), Context.Status.OPEN, ceiling);
    }
}
