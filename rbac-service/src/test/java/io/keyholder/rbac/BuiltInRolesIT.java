package io.keyholder.rbac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.keyholder.access.BuiltInRole;
import io.keyholder.rbac.World.Relationship;
import io.keyholder.rbac.lifecycle.RenewBuiltInRoles;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Built-in roles follow the catalogue of the release that runs. */
@QuarkusTest
class BuiltInRolesIT extends InAWorld {
    @Inject
    RenewBuiltInRoles renewBuiltInRoles;

    @Test
    void shouldBeRenewedWhenTheCatalogueHasChanged() {
        UUID aurora = world.tenant("Aurora");
        String tech = world.builtIn(aurora, "site-tech");
        String id = tech.substring(tech.lastIndexOf('/') + 1);
        database.execute("update role set permissions = '{rooms:view,was:known:once}' where id = '" + id + "'");

        renewBuiltInRoles.renew(BuiltInRole.SITE_TECH);
        renewBuiltInRoles.renew(BuiltInRole.SITE_TECH);

        world.admin(aurora)
                .get(tech)
                .then()
                .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                .body("permissions", hasSize(BuiltInRole.SITE_TECH.permissions().size()));
    }

    @Test
    void shouldStayBelowTheCustomersCeiling() {
        Relationship low = Relationship.between(
                world.tenant("Aurora"), world.tenant("Meridian"), List.of("rooms:view", "roles:view"));
        world.accept(low, "paul");

        renewBuiltInRoles.renew(BuiltInRole.PRIMARY_ADMIN);

        world.user(low.partner(), "paul")
                .get("/v1/roles/" + low.primaryAdminRole())
                .then()
                .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                .body("permissions", equalTo(List.of("rooms:view", "roles:view")));
        assertThat(world.count("role", "id = '" + low.primaryAdminRole() + "' and version = 1"))
                .isEqualTo(1);
    }
}
