package io.keyholder.e2e;

import static io.keyholder.e2e.actors.Bodies.all;
import static io.keyholder.e2e.actors.Bodies.assignment;
import static io.keyholder.e2e.actors.Bodies.group;
import static io.keyholder.e2e.actors.Bodies.role;
import static io.keyholder.e2e.actors.Bodies.rooms;
import static io.keyholder.e2e.actors.Bodies.user;
import static io.keyholder.e2e.actors.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.Partnership;
import io.keyholder.e2e.actors.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nobody gives what they do not hold, nor takes what they do not administer, through the gateway. All ways in all orders are
 * tried by rbac-service's own {@code NoEscalationIT}.
 */
class EscalationIT {
    private static final String LATER = "2098-01-01T00:00:00Z";

    private Organisation partner;
    private Actor customerAdmin;
    private Actor paul;
    private Actor vic;
    private Partnership partnership;
    private String room;

    @BeforeEach
    void aPartnership() {
        World world = new World();
        Organisation customer = world.customer("Aurora");
        partner = world.partner("Meridian");
        customerAdmin = customer.globalAdmin();
        paul = partner.user("paul");
        vic = partner.user("vic");
        room = customer.room("One", "US");
        partnership = customer.entrust(partner, all(), paul);
    }

    @Test
    void shouldNotLetATemporaryPrimaryAdminStay() {
        Actor pia = partner.user("pia");
        String primaryAdmins = "/roles/" + partnership.primaryAdminRole() + "/assignments";
        String temporary = "/assignments/"
                + paul.post(primaryAdmins, with(assignment("Deputy", all(), user(pia)), "endsAt", LATER))
                        .is(201)
                        .id();
        Map<String, Object> forEver = new HashMap<>();
        forEver.put("endsAt", null);

        pia.post(primaryAdmins, assignment("Mine", all(), user(pia))).isForbiddenFor("rooms:view");
        pia.patchCurrent(temporary, forEver).isForbiddenFor("rooms:view");
        pia.post(primaryAdmins, with(assignment("Vic", all(), user(vic)), "endsAt", LATER))
                .is(201);
        paul.patchCurrent(temporary, forEver).is(200);
        pia.post(primaryAdmins, assignment("Mine", all(), user(pia))).is(201);
    }

    @Test
    void shouldNotLetADeputyForOneRoomTakeFromOthers() {
        Actor dora = partner.user("dora");
        String deputies = partnership.role("Deputies", "rooms:view", "roles:view", "roles:modify");
        partnership.assign(deputies, rooms(room), dora);
        String viewers = partnership.role("Viewers", "rooms:view");
        String everywhere = paul.post("/roles/" + viewers + "/assignments", assignment("All", all(), user(vic)))
                .is(201)
                .id();
        String here = paul.post("/roles/" + viewers + "/assignments", assignment("One", rooms(room), user(vic)))
                .is(201)
                .id();

        dora.deleteCurrent("/assignments/" + everywhere).isForbiddenFor("roles:modify");
        dora.deleteCurrent("/roles/" + viewers).isForbiddenFor("roles:modify");
        dora.post("/assignments/" + everywhere + "/members/remove", user(vic)).isForbiddenFor("roles:modify");
        dora.deleteCurrent("/assignments/" + here).is(204);
        customerAdmin.deleteCurrent("/assignments/" + everywhere).is(204);
    }

    @Test
    void shouldTakeMembersWhateverTheirIds() {
        String viewers = partnership.role("Viewers", "rooms:view");
        String assignment = "/assignments/"
                + paul.post("/roles/" + viewers + "/assignments", assignment("All", all(), user(vic)))
                        .is(201)
                        .id();

        for (String id : List.of("/help-desk", "DOMAIN\\user", "a%2Fb", "..", "ü", "a b")) {
            Answer added = paul.post(assignment + "/members", group(id)).is(200);
            assertThat(added.texts("members.id")).containsExactlyInAnyOrder(vic.id(), id);
            paul.post(assignment + "/members/remove", group(id)).is(200);
            paul.post(assignment + "/members/remove", group(id)).isNotFound();
        }
        paul.post(assignment + "/members", group(" padded")).isInvalidAt("id");
    }

    @Test
    void shouldNotMakeTheRoleInTheOwnTenantWhenTheRelationshipIsNoId() {
        Actor admin = partner.globalAdmin();
        for (String malformed : List.of("", partnership.id() + " ", "AZNq8J9ocJCKvwECAwQFBg==")) {
            admin.post("/roles", with(role("Desk", "rooms:view"), "relationshipId", malformed))
                    .isInvalidAt("relationshipId");
        }
        assertThat(admin.all("/roles?type=CUSTOM")).isEmpty();
    }
}
