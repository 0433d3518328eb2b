package io.keyholder.e2e;

import static io.keyholder.e2e.actors.Bodies.all;
import static io.keyholder.e2e.actors.Bodies.group;
import static io.keyholder.e2e.actors.Bodies.invitation;
import static io.keyholder.e2e.actors.Bodies.primaryAdmins;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.Deployment;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.World;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tokens as other products issue them, registered as the documentation says. */
class IdentityProvidersIT {
    private static final String DIRECTORY = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    private static final String USER = "690222be-ff1a-4d56-abd1-7e4f7d38e474";

    private final World world = new World();
    private final Actor operator = world.operator();

    @Nested
    class Entra {
        private final TokenSpec ada = TokenSpec.of("pairwise")
                .audience("api://keyholder")
                .tenant(DIRECTORY)
                .claim("ver", "2.0")
                .claim("azp", "6731de76-14a6-49ae-97bc-6eba6914391e")
                .claim("scp", "access_as_user")
                .claim("oid", USER)
                .roles("Keyholder.Admin");

        @Test
        void shouldSignInToTheTenantOfItsDirectory() {
            try (TestIssuer directory = TestIssuer.start("entra-" + UUID.randomUUID())) {
                Organisation organisation = registered(directory);
                Actor admin = organisation.actor(USER, ada, DIRECTORY);
                awaitServed(admin);

                Answer me = admin.get("/access/me").is(200);

                assertThat(me.text("tenantId")).isEqualTo(organisation.id());
                assertThat(me.text("principal.id")).isEqualTo(USER);
                assertThat(me.<Boolean>value("groupsComplete")).isFalse();
                assertThat(me.texts("contexts[0].permissions")).contains("partners:manage");
                admin.post("/rooms", Map.of("name", "One", "location", Map.of("country", "US")))
                        .is(201);
                refused(organisation.actor(USER, ada.audience("keyholder"), DIRECTORY), "audience");
                refused(organisation.actor(USER, ada.claim("nonce", "n"), DIRECTORY), "ID token");
                refused(organisation.actor(USER, ada.withoutClaim("oid"), DIRECTORY), "oid");
                refused(organisation.actor(USER, ada, UUID.randomUUID().toString()), "does not serve its tenant");
            }
        }

        private Organisation registered(TestIssuer directory) {
            String domain = "entra-" + UUID.randomUUID() + ".example";
            Answer made = operator.post(
                    "/tenants",
                    Map.of(
                            "name", "Entra",
                            "domains", List.of(domain),
                            "issuers",
                                    List.of(Map.of(
                                            "issuer", directory.issuer(),
                                            "preset", "ENTRA",
                                            "shared", true,
                                            "audiences", List.of("api://keyholder"),
                                            "claims", Map.of("tenantValue", DIRECTORY),
                                            "roleMapping", Map.of("Keyholder.Admin", "global-admin")))));
            assumeTrue(
                    made.status() != 400 || Deployment.current().stack().isPresent(), "accepts no issuer on loopback");
            assertThat(made.is(201).text("issuers[0].preset")).isEqualTo("ENTRA");
            return new Organisation(world, made.id(), "Entra", domain, directory);
        }

        private void awaitServed(Actor admin) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> admin.get("/access/me").status() == 200
                            && admin.get("/rooms").status() == 200);
        }
    }

    @Nested
    class UnknownGroups {

        @Test
        void shouldNotBeTakenForNone() {
            Organisation customer = world.customer("Aurora");
            Organisation partner = world.partner("Meridian");
            partner.withRole("tim", "tenant-manager");
            TokenSpec tim = TokenSpec.of("tim");
            Map<String, Object> leads = primaryAdmins(group("leads"));
            String invitation = customer.globalAdmin()
                    .post("/invitations", invitation(partner.domain(), all()))
                    .is(201)
                    .id();

            for (TokenSpec unknown : List.of(
                    tim,
                    tim.claim("groups", "leads"),
                    tim.claim("hasgroups", true),
                    tim.claim("_claim_names", Map.of("groups", "src1")))) {
                partner.actor("tim", unknown)
                        .post("/invitations/" + invitation + "/accept", leads)
                        .is(403);
            }
            partner.actor("tim", tim.groups("others"))
                    .post("/invitations/" + invitation + "/accept", leads)
                    .is(200);
        }
    }

    @Test
    void shouldTakeATokenOfManyGroups() {
        Organisation organisation = world.customer("Aurora");
        String[] groups = IntStream.range(0, 200)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toArray(String[]::new);

        Answer me = organisation.user("ada", groups).get("/access/me").is(200);

        assertThat(me.texts("groups")).hasSize(200);
        assertThat(me.<Boolean>value("groupsComplete")).isTrue();
    }

    @Test
    void shouldRefuseAUserWhoseIdIsTooLong() {
        Organisation organisation = world.customer("Aurora");

        refused(organisation.user("x".repeat(4800)), "longer than 255");
        organisation.user("x".repeat(255)).get("/access/me").is(200);
    }

    private static void refused(Actor actor, String reason) {
        Answer answer = actor.get("/access/me").isProblem(401, "unauthenticated");
        assertThat(answer.text("detail")).contains(reason);
    }
}
