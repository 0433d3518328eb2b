package io.keyholder.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Deployment;
import io.keyholder.e2e.actors.Missing;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.World;
import io.keyholder.testing.issuer.Attack;
import io.keyholder.testing.issuer.Attacks;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.restassured.response.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthenticationIT {

    private final World world = new World();
    private final Deployment deployment = Deployment.current();
    private final TestIssuer attacker = TestIssuer.start("attacker");
    private Organisation organisation;

    @BeforeAll
    void anOrganisation() {
        organisation = world.customer("Aurora");
    }

    @AfterAll
    void end() {
        attacker.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tenants",
                "/relationships",
                "/invitations",
                "/permissions",
                "/roles",
                "/assignments",
                "/access/me",
                "/rooms",
                "/room-groups",
                "/delegations/00000000-0000-7000-8000-000000000000",
                "/audit/events",
                "/audit/export",
                "/nothing"
            })
    void shouldBeNeededEverywhere(String path) {
        Response answer = Actor.anonymous(deployment).get("/v1" + path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.<String>path("type")).isEqualTo("/problems/unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer abc", "Bearer a.b.c", "Basic YTpi", "Token x"})
    void shouldNeedAToken(String authorization) {
        Response answer = Actor.anonymous(deployment)
                .header("Authorization", authorization)
                .contentType("application/json")
                .body("no json")
                .post("/v1/rooms");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void shouldRefuse(Attack attack) {
        Response answer = Actor.anonymous(deployment)
                .header("Authorization", "Bearer " + attack.token())
                .get("/v1/rooms");

        assertThat(answer.statusCode()).as(attack.toString()).isIn(401, 431);
        assertThat(attacker.requests())
                .as("nobody asks an issuer that is not registered")
                .isZero();
    }

    Stream<Attack> attacks() {
        TokenSpec valid = TokenSpec.of("gail").tenant(organisation.id()).roles("global-admin");
        return Attacks.all(organisation.issuer(), attacker, valid).stream();
    }

    @Test
    void shouldRefuseATenantThatTheIssuerDoesNotServe() {
        String keycloaks = world.keycloak("ada").get("/access/me").is(200).text("tenantId");
        TokenSpec spec = TokenSpec.of("ada").roles("global-admin");

        organisation.actor("ada", spec).get("/rooms").is(200);
        for (String tenant : new String[] {keycloaks, Missing.id(), "aurora", ""}) {
            Response answer = Actor.anonymous(deployment)
                    .header("Authorization", "Bearer " + organisation.issuer().token(spec.tenant(tenant)))
                    .get("/v1/rooms");
            assertThat(answer.statusCode()).as("tid " + tenant).isEqualTo(401);
        }
    }

    @Test
    void shouldIgnoreWhatAClientSaysOfItself() {
        Actor arne = organisation.user("arne");

        for (String header :
                new String[] {"X-Forwarded-User", "X-Tenant-Id", "X-User-Id", "X-Roles", "Keyholder-Tenant"}) {
            arne.send("GET", "/roles", arne.request().header(header, organisation.id()))
                    .is(403);
        }
    }

    @Test
    void shouldNotTakeATokenFromTheQuery() {
        String token = organisation.globalAdmin().token().get();

        assertThat(Actor.anonymous(deployment)
                        .get("/v1/rooms?access_token=" + token)
                        .statusCode())
                .isEqualTo(401);
    }
}
