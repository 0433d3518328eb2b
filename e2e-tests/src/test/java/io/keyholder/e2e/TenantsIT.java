package io.keyholder.e2e;

import static io.keyholder.e2e.actors.Bodies.all;
import static io.keyholder.e2e.actors.Bodies.invitation;
import static io.keyholder.e2e.actors.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.World;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TenantsIT {

    private final World world = new World();
    private final Actor operator = world.operator();

    private static Map<String, Object> tenant(String domain) {
        return Map.of(
                "name",
                "Tenant",
                "domains",
                List.of(domain),
                "issuers",
                List.of(Map.of("issuer", "https://" + domain)));
    }

    private static String domain() {
        return "t" + UUID.randomUUID() + ".example";
    }

    @Nested
    class Operators {

        @Test
        void shouldRegisterChangeAndListTenants() {
            String domain = domain();
            Answer made = operator.post("/tenants", tenant(domain)).is(201);
            String path = "/tenants/" + made.id();

            assertThat(made.text("status")).isEqualTo("ACTIVE");
            assertThat(made.<Boolean>value("partnerEligible")).isFalse();
            String name = "Renamed " + UUID.randomUUID();
            Answer changed = operator.patchCurrent(path, Map.of("name", name, "partnerEligible", true))
                    .is(200);
            assertThat(changed.texts("domains")).containsExactly(domain);
            assertThat(operator.get("/tenants?q=" + name.substring(8)).is(200).ids())
                    .containsExactly(made.id());
            operator.patchCurrent(path, Map.of("colour", "red")).isInvalidAt("colour");
            operator.patchCurrent(path, "{\"name\":null}").isInvalidAt("name");
            operator.patchCurrent(path, Map.of("status", "GONE")).isInvalidAt("status");
        }

        @Test
        void shouldGiveADomainAndAnIssuerToOneTenant() {
            String domain = domain();
            operator.post("/tenants", tenant(domain)).is(201);

            operator.post("/tenants", tenant(domain)).isProblem(409, "domain-taken");
            operator.post("/tenants", with(tenant(domain()), "issuers", List.of(Map.of("issuer", "https://" + domain))))
                    .isProblem(409, "issuer-taken");
        }

        @Test
        void shouldBeTheOnlyOnesWhoRegister() {
            Organisation organisation = world.customer("Aurora");
            Actor admin = organisation.globalAdmin();
            Actor pretender = organisation.actor("eve", TokenSpec.of("eve").roles("platform-operator", "global-admin"));

            for (Actor any : List.of(admin, pretender, organisation.user("arne"))) {
                any.post("/tenants", tenant(domain())).is(403);
                any.patchCurrent("/tenants/" + organisation.id(), Map.of("partnerEligible", true))
                        .is(403);
            }
            assertThat(operator.get("/tenants/" + organisation.id()).is(200).<Boolean>value("partnerEligible"))
                    .isFalse();
        }

        @Test
        void shouldReadNoTenantsData() {
            Organisation organisation = world.customer("Aurora");
            Organisation partner = world.partner("Meridian");
            String room = organisation.room("One", "US");
            String group = organisation.roomGroup("Group", room);
            var made = organisation.entrust(partner, all(), partner.user("paul"));

            for (String path : List.of(
                    "/rooms/" + room,
                    "/room-groups/" + group,
                    made.delegation(),
                    made.path(),
                    "/invitations/" + made.invitationId(),
                    "/roles?relationshipId=" + made.id(),
                    "/audit/events",
                    "/audit/export?format=csv")) {
                operator.get(path).isOneOf(403, 404);
            }
            for (String list :
                    List.of("/rooms", "/room-groups", "/relationships", "/invitations", "/assignments", "/roles")) {
                Answer answer = operator.get(list).isOneOf(200, 403);
                assertThat(answer.status() == 403 ? List.of() : answer.ids())
                        .as(list)
                        .isEmpty();
            }
            operator.post("/rooms", Map.of("name", "Spy", "location", Map.of("country", "US")))
                    .isOneOf(403, 404);
        }
    }

    @Nested
    class Others {

        @Test
        void shouldSeeTheirOwnAndThoseTheyDealWith() {
            Organisation customer = world.customer("Aurora");
            Organisation partner = world.partner("Meridian");
            Organisation inviting = world.customer("Borealis");
            Organisation stranger = world.customer("Stranger");
            customer.entrust(partner, all(), partner.user("paul"));
            inviting.globalAdmin()
                    .post("/invitations", invitation(partner.domain(), all()))
                    .is(201);
            Actor mia = partner.globalAdmin();

            assertThat(mia.get("/tenants?limit=200").is(200).ids())
                    .containsExactlyInAnyOrder(partner.id(), customer.id(), inviting.id());
            assertThat(mia.get("/tenants/" + customer.id()).is(200).texts("domains"))
                    .containsExactly(customer.domain());
            assertThat(mia.get("/tenants/" + customer.id()).body()).doesNotContain("issuer");
            mia.get("/tenants/" + stranger.id()).isNotFound();
            assertThat(inviting.globalAdmin().get("/tenants").is(200).ids()).containsExactly(inviting.id());
            inviting.globalAdmin().get("/tenants/" + partner.id()).isNotFound();
            assertThat(customer.globalAdmin()
                            .get("/tenants/" + partner.id())
                            .is(200)
                            .text("name"))
                    .isEqualTo("Meridian");
        }
    }

    @Nested
    class NewIssuer {

        @Test
        void shouldCountWithinSecondsWithoutARestart() {
            try (TestIssuer issuer = TestIssuer.start("new")) {
                Organisation organisation = world.register("Newcomer", domain(), false, issuer, false);
                Actor admin = organisation.actor(
                        "ada", TokenSpec.of("ada").roles("global-admin").withoutClaim("tid"));

                for (String path :
                        List.of("/access/me", "/rooms", "/roles", "/invitations", "/relationships", "/audit/events")) {
                    Awaitility.await(path)
                            .atMost(Duration.ofSeconds(5))
                            .until(() -> admin.unaware().get(path).status() == 200);
                }
                assertThat(admin.get("/access/me").is(200).text("tenantId")).isEqualTo(organisation.id());
                admin.post("/rooms", Map.of("name", "First", "location", Map.of("country", "US")))
                        .is(201);
            }
        }

        @Test
        void shouldSpeakForItsOwnTenantAlone() {
            Organisation victim = world.customer("Victim");
            try (TestIssuer issuer = TestIssuer.start("new")) {
                Organisation organisation = world.register("Newcomer", domain(), false, issuer, false);
                Actor own = organisation.actor("ada", TokenSpec.of("ada"));
                Awaitility.await()
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> own.get("/access/me").status() == 200);
                String forged =
                        issuer.token(TokenSpec.of("ada").roles("global-admin").tenant(victim.id()));

                Answer answer = own.send(
                        "GET", "/rooms", Actor.anonymous(own.deployment()).header("Authorization", "Bearer " + forged));

                answer.isProblem(401, "unauthenticated");
            }
        }

        @Test
        void shouldBeTheTestsSharedOneOnlyWithATenant() {
            Organisation organisation = world.customer("Aurora");
            String without = organisation.issuer().token(TokenSpec.of("gail").roles("global-admin"));

            Actor.anonymous(operator.deployment())
                    .header("Authorization", "Bearer " + without)
                    .get("/v1/rooms")
                    .then()
                    .statusCode(401);
        }
    }

    @Nested
    class Consent {

        @Test
        void shouldBeNeededOnceAGlobalAdminHasSignedInWhereverThatWas() {
            String domain = domain();
            Organisation organisation = world.register(
                    "Aurora", domain, false, world.customer("Any").issuer(), true);
            Actor admin = organisation.globalAdmin();
            String path = "/tenants/" + organisation.id();
            String added = domain();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> admin.unaware().get("/access/me").status() == 200);

            Answer asked = operator.patchCurrent(path, Map.of("domains", List.of(domain, added)))
                    .is(202);

            assertThat(asked.text("status")).isEqualTo("PENDING");
            assertThat(operator.get(path).is(200).texts("domains")).containsExactly(domain);
            String change = path + "/changes/" + asked.id();
            operator.post(change + "/approve").is(403);
            world.customer("Stranger").globalAdmin().post(change + "/approve").isNotFound();
            assertThat(admin.post(change + "/approve").is(200).text("status")).isEqualTo("APPROVED");
            assertThat(operator.get(path).is(200).texts("domains")).containsExactlyInAnyOrder(domain, added);
            assertThat(admin.get("/audit/events?category=Approval").is(200).texts("items.objectName"))
                    .contains("+" + added);
        }
    }

    @Nested
    class Suspended {

        @Test
        void shouldBeRefusedUntilItIsActiveAgain() {
            Organisation organisation = world.customer("Aurora");
            String room = organisation.room("One", "US");
            Actor admin = organisation.globalAdmin();
            admin.get("/rooms/" + room).is(200);
            String path = "/tenants/" + organisation.id();

            operator.patchCurrent(path, Map.of("status", "SUSPENDED")).is(200);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(2))
                    .untilAsserted(() -> admin.unaware().get("/rooms/" + room).isProblem(401, "unauthenticated"));
            admin.get("/access/me").is(401);
            operator.patchCurrent(path, Map.of("status", "ACTIVE")).is(200);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> admin.unaware().get("/rooms/" + room).is(200));
        }
    }
}
