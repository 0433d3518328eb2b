package io.keyholder.e2e;

import static io.keyholder.e2e.actors.Bodies.all;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.Partnership;
import io.keyholder.e2e.actors.World;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelationshipsIT {

    private World world;
    private Organisation customer;
    private Organisation partner;
    private Actor admin;
    private Actor paul;
    private Partnership partnership;

    @BeforeEach
    void aPartnership() {
        world = new World();
        customer = world.customer("Aurora");
        partner = world.partner("Meridian");
        admin = customer.globalAdmin();
        paul = partner.user("paul");
        customer.room("One", "US");
        partnership = customer.entrust(partner, all(), paul);
    }

    @Test
    void shouldShowBothSidesToWhoHasToDoWithIt() {
        for (Actor side : List.of(admin, paul, partner.globalAdmin(), partner.withRole("tom", "tenant-manager"))) {
            assertThat(side.get(partnership.path()).is(200).text("customer.name"))
                    .isEqualTo("Aurora");
            assertThat(side.get("/relationships").is(200).ids()).containsExactly(partnership.id());
        }
        for (Actor other : List.of(
                customer.user("arne"),
                partner.user("nina"),
                world.partner("Solstice").globalAdmin())) {
            other.get(partnership.path()).isNotFound();
            assertThat(other.get("/relationships").is(200).ids()).isEmpty();
        }
    }

    @Test
    void shouldFilterBySideStatusAndName() {
        Organisation second = world.partner("Solstice");
        Partnership other = customer.entrust(second, all(), second.user("sue"));
        other.suspend();

        assertThat(admin.get("/relationships?side=CUSTOMER&includeTotal=true")
                        .is(200)
                        .total())
                .isEqualTo(2);
        assertThat(admin.get("/relationships?side=PARTNER").is(200).ids()).isEmpty();
        assertThat(admin.get("/relationships?status=SUSPENDED").is(200).ids()).containsExactly(other.id());
        assertThat(admin.get("/relationships?status=SUSPENDED&status=ACTIVE")
                        .is(200)
                        .ids())
                .hasSize(2);
        assertThat(admin.get("/relationships?q=meri").is(200).ids()).containsExactly(partnership.id());
        assertThat(paul.get("/relationships?side=PARTNER").is(200).ids()).containsExactly(partnership.id());
        admin.get("/relationships?side=BOTH").isInvalidAt("side");
    }

    @Test
    void shouldBeSuspendedAndResumedByTheCustomerAlone() {
        paul.post(partnership.path() + "/suspend").is(403);
        customer.withRole("lea", "site-lead")
                .post(partnership.path() + "/suspend")
                .isOneOf(403, 404);
        partner.globalAdmin().post(partnership.path() + "/suspend").is(403);
        admin.post(partnership.path() + "/resume").isProblem(409, "relationship-not-active");

        partnership.suspend();
        assertThat(partnership.roomsSeenBy(paul)).isEmpty();
        partnership.resume();
        assertThat(partnership.roomsSeenBy(paul)).containsExactly("One");
    }

    @Test
    void shouldBeEndedByAPrimaryAdminOfThePartnerEvenWhileSuspended() {
        partner.globalAdmin().delete(partnership.path(), "\"1\"").is(403);
        partnership.suspend();

        paul.deleteCurrent(partnership.path()).is(204);

        assertThat(admin.get(partnership.path()).is(200).text("status")).isEqualTo("TERMINATED");
        admin.post(partnership.path() + "/resume").isProblem(409, "relationship-not-active");
        admin.post(partnership.path() + "/suspend").isProblem(409, "relationship-not-active");
    }

    @Test
    void shouldNotBeEndedByAnotherRoleOfThePartner() {
        Actor hana = partner.user("hana");
        partnership.assign(partnership.role("Help desk", "rooms:view"), all(), hana);

        hana.delete(partnership.path(), hana.etag(partnership.path())).is(403);

        assertThat(partnership.roomsSeenBy(hana)).containsExactly("One");
    }

    @Test
    void shouldNotBeEndedTwice() {
        partnership.terminate();

        admin.deleteCurrent(partnership.path()).is(409);
    }

    @Test
    void shouldKeepTwoPartnersOverTheSameRoomsApart() {
        Organisation second = world.partner("Solstice");
        Actor sue = second.user("sue");
        Partnership other = customer.entrust(second, all(), sue);

        partnership.terminate();

        assertThat(partnership.roomsSeenBy(paul)).isEmpty();
        assertThat(other.roomsSeenBy(sue)).containsExactly("One");
    }
}
