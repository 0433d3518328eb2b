package io.keyholder.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.testing.fuzz.NastyInputs;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NastyInputsIT extends InAScene {

    @Test
    void shouldAllBeAnsweredAsTheCallersFault() {
        String invitation = scene.invited(meridian, aurora);
        NastyInputs inputs = new NastyInputs(
                given().get("/q/openapi?format=json").asString(),
                () -> scene.admin(aurora),
                Map.of("/v1/invitations/{id}", invitation));

        assertThat(inputs.failures()).isEmpty();
    }
}
