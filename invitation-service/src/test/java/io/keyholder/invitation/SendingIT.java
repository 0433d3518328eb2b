package io.keyholder.invitation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.keyholder.invitation.Scene.Org;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.Provided;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.issuer.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
class SendingIT {
    @Provided
    KafkaBackend kafka;

    @Provided("shared")
    TestIssuer issuer;

    private Scene scene;
    private Org aurora;
    private Org meridian;

    @BeforeEach
    void set() {
        scene = new Scene(kafka, issuer);
        aurora = scene.tenant("Aurora");
        meridian = scene.tenant("Meridian");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void shouldAnswerWithTheInvitationWhereItIs() {
        Response answer = scene.invite(aurora, meridian);

        answer.then()
                .statusCode(201)
                .header("Location", matchesPattern("/v1/invitations/[0-9a-f-]{36}"))
                .header("ETag", "\"1\"")
                .header("Keyholder-Consistency", matchesPattern("[A-Za-z0-9_-]+"))
                .body("status", equalTo("PENDING"))
                .body("customer.id", equalTo(aurora.id().toString()))
                .body("customer.name", equalTo("Aurora"))
                .body("partnerDomain", equalTo(meridian.domain()))
                .body("roomScope.type", equalTo("ALL"))
                .body("createdBy.userId", equalTo("ada"))
                .body("$", not(hasKey("partner")))
                .body("$", not(hasKey("roomCounts")))
                .body("$", not(hasKey("relationshipId")));
        scene.admin(aurora)
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body(equalTo(answer.body().asString()));
    }

    @Test
    void shouldBeAcceptedByThePartner() {
        String path = scene.invited(aurora, meridian);

        Response accepted = scene.accept(meridian, path);

        accepted.then().statusCode(200).body("status", equalTo("ACCEPTED")).header("ETag", "\"2\"");
        scene.admin(meridian).get(path).then().statusCode(200).body("status", equalTo("ACCEPTED"));
        Scene.post(scene.admin(aurora), path + "/cancel", "{}").then().statusCode(409);
        scene.admin(aurora).post(path + "/cancel").then().statusCode(409);
    }
}
