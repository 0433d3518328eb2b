package io.keyholder.invitation;

import static io.keyholder.testing.http.Limits.expectReached;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.keyholder.contracts.RelationshipState;
import io.keyholder.invitation.LimitsIT.Low;
import io.keyholder.invitation.Scene.Org;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Low.class)
class LimitsIT extends InAScene {

    /** Limits that a test can reach. */
    public static final class Low implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "keyholder.invitation.limits.pending", "2",
                    "keyholder.invitation.limits.sent-per-day", "5",
                    "keyholder.invitation.limits.relationships", "3");
        }
    }

    @Test
    void shouldKeepSoManyPendingInvitationsOfACustomer() {
        String first = scene.invited(aurora, scene.tenant("P1"));
        scene.invited(aurora, scene.tenant("P2"));

        expectReached(scene.invite(aurora, meridian), "pending invitations of a customer", 2);
        scene.invite(meridian, aurora).then().statusCode(201);
        scene.admin(aurora).post(first + "/cancel").then().statusCode(200);
        scene.invite(aurora, meridian).then().statusCode(201);
    }

    @Test
    void shouldNotBePassedByManyAtOnce() {
        var partners = new ConcurrentLinkedQueue<>(
                List.of(scene.tenant("P1"), scene.tenant("P2"), scene.tenant("P3"), scene.tenant("P4")));

        List<Integer> answers = AtOnce.run(4, () -> scene.invite(aurora, partners.remove()))
                .map(Response::statusCode)
                .sorted()
                .toList();

        assertThat(answers).containsExactly(201, 201, 409, 409);
    }

    @Test
    void shouldLetACustomerSendSoManyInADay() {
        for (int i = 0; i < 5; i++) {
            String sent = scene.invited(aurora, meridian);
            scene.admin(aurora).post(sent + "/cancel").then().statusCode(200);
        }

        expectReached(scene.invite(aurora, meridian), "invitations of a customer in 24 hours", 5);
    }

    @Test
    void shouldKeepSoManyRelationshipsOfACustomerUntilOneEnds() {
        Org first = scene.tenant("P1");
        String path = scene.invited(aurora, first);
        UUID ended = related(path, first);
        for (Org partner : List.of(scene.tenant("P2"), scene.tenant("P3"))) {
            related(scene.invited(aurora, partner), partner);
        }

        expectReached(scene.invite(aurora, meridian), "relationships and pending invitations of a customer", 3);
        scene.relationship(ended, aurora, first, Scene.idOf(path), RelationshipState.Status.TERMINATED);
        scene.invite(aurora, meridian).then().statusCode(201);
    }

    @Test
    void shouldKeepSoManyRelationshipsOfAPartner() {
        for (Org customer : List.of(scene.tenant("C1"), scene.tenant("C2"), scene.tenant("C3"))) {
            related(scene.invited(customer, meridian), meridian);
        }
        String path = scene.invited(aurora, meridian);

        expectReached(scene.accept(meridian, path), "relationships of a partner", 3);
        scene.admin(meridian).get(path).then().body("status", equalTo("PENDING"));
    }

    private UUID related(String path, Org partner) {
        return UUID.fromString(
                scene.accept(partner, path).then().statusCode(200).extract().path("relationshipId"));
    }
}
