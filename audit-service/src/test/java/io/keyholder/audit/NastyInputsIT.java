package io.keyholder.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.testing.fuzz.NastyInputs;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NastyInputsIT extends OfOneTenant {

    @Test
    void shouldAllBeAnsweredAsTheCallersFault() {
        NastyInputs inputs =
                new NastyInputs(given().get("/q/openapi?format=json").asString(), () -> log.as(tenant), Map.of());

        assertThat(inputs.failures()).isEmpty();
    }
}
