package io.keyholder.rooms;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.Scope;
import io.keyholder.testing.fuzz.NastyInputs;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NastyInputsIT extends InAScenario {

    @Test
    void shouldAllBeAnsweredAsTheCallersFault() {
        UUID room = scenario.room(aurora, "One", "US");
        UUID group = scenario.group(aurora, "US", room);
        Scenario.Relationship relationship = scenario.relationship(aurora, scenario.tenant("Meridian"), Scope.all());
        NastyInputs inputs = new NastyInputs(
                given().get("/q/openapi?format=json").asString(),
                () -> scenario.admin(aurora),
                Map.of(
                        "/v1/rooms/{id}", "/v1/rooms/" + room,
                        "/v1/room-groups/{id}", "/v1/room-groups/" + group,
                        "/v1/delegations/{relationshipId}", "/v1/delegations/" + relationship.id()));

        assertThat(inputs.failures()).isEmpty();
    }
}
