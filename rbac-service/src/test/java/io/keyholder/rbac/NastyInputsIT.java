package io.keyholder.rbac;

import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.role;
import static io.keyholder.rbac.World.user;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.testing.fuzz.NastyInputs;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NastyInputsIT extends BetweenTwo {

    @Test
    void shouldAllBeAnsweredAsTheCallersFault() {
        String role = role(world.admin(aurora), null, "Viewers", "rooms:view");
        String assignment = assign(world.admin(aurora), role, all(), user("ada"));
        NastyInputs inputs = new NastyInputs(
                given().get("/q/openapi?format=json").asString(),
                () -> world.admin(aurora),
                Map.of("/v1/roles/{id}", role, "/v1/assignments/{id}", assignment));

        assertThat(inputs.failures()).isEmpty();
    }
}
