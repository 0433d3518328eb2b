package io.keyholder.gateway;

import static io.keyholder.gateway.Surroundings.TENANT;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A gateway that is ready, and somebody who may pass it. */
@QuarkusTestResource(Surroundings.class)
abstract class GatewayTest {
    /** A user of its own for each test, with a quota of its own. */
    protected final String token = newToken();

    protected static String newToken() {
        return Surroundings.issuer()
                .token(TokenSpec.of(UUID.randomUUID().toString()).tenant(TENANT.toString()));
    }

    protected static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    protected RequestSpecification signedIn() {
        return given().header("Authorization", "Bearer " + token).urlEncodingEnabled(false);
    }

    /** A request as it goes over the wire, of a client that stays. */
    protected String raw(String startLine, String... headers) {
        return startLine + "\nHost: gateway\nAuthorization: Bearer " + token + "\n"
                + Stream.of(headers).map(header -> header + "\n").reduce("", String::concat) + "\n";
    }

    @BeforeEach
    void catchUp() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> signedIn().get("/v1/rooms").statusCode() == 200);
    }

    @AfterEach
    void behave() {
        List.of("tenant-relationship", "invitation", "rbac", "rooms", "audit")
                .forEach(name -> Surroundings.service(name).behave());
    }
}
