package io.keyholder.tenantrelationship;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.keyholder.contracts.Ids;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.OnBackends;
import io.keyholder.testing.Provided;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whoever adds issuers or domains to a tenant could speak for it, or be taken for it: its Global admin has to agree. */
@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
class ConsentIT extends OnBackends {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Provided
    TestIssuer operators;

    private final String own = domain();
    private final String second = domain();
    private final String added = domain();
    private String tenant;

    @BeforeEach
    void register() {
        tenant = registered(own, second);
    }

    /** A tenant that nobody has signed in to. */
    private String registered(String... domains) {
        return operator()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Aurora", "domains", List.of(domains), "issuers", List.of(shared())))
                .post("/v1/tenants")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private Map<String, Object> shared() {
        return Map.of("issuer", issuer.issuer(), "shared", true);
    }

    private void signIn() {
        await().atMost(SOON).until(() -> admin().get(tenant).statusCode() == 200);
    }

    /** A change that adds the domain in place of the first, and waits. */
    private String waiting() {
        signIn();
        return patch(Map.of("domains", List.of(second, added)))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    @Nested
    class BeforeAnybodySignedIn {

        @Test
        void shouldBeTheOperatorsToAdd() {
            patch(Map.of(
                            "domains",
                            List.of(own, added),
                            "issuers",
                            List.of(shared(), Map.of("issuer", "https://" + added))))
                    .then()
                    .statusCode(200)
                    .body("issuers", hasSize(2))
                    .body("domains", hasSize(2));
            await().atMost(SOON)
                    .until(() -> user(tenantId(), "nobody").get(tenant).statusCode() == 200);
            patch(Map.of("domains", List.of(own))).then().statusCode(200);
            patch(Map.of("domains", List.of(own, added))).then().statusCode(200);
        }
    }

    @Nested
    class OnceAGlobalAdminSignedIn {

        @BeforeEach
        void come() {
            signIn();
        }

        @Test
        void shouldNewDomainsWaitForConsent() {
            Response answer = patch(Map.of("domains", List.of(own, second, added)));

            answer.then()
                    .statusCode(202)
                    .header("Location", startsWith(tenant + "/changes/"))
                    .body("status", equalTo("PENDING"))
                    .body("tenantId", equalTo(tenantId()))
                    .body("domains.added", equalTo(List.of(added)))
                    .body("domains.removed", hasSize(0))
                    .body("requestedBy.userId", equalTo("oscar"));
            admin().get(tenant).then().body("domains", not(hasItem(added)));
            admin().get(tenant + "/changes").then().body("items.id", equalTo(List.of(answer.<String>path("id"))));

            admin().post(answer.header("Location") + "/approve")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("APPROVED"))
                    .body("decidedBy.userId", equalTo("admin"));

            admin().get(tenant).then().body("domains", hasItem(added));
            operator().get(answer.header("Location")).then().statusCode(200).body("status", equalTo("APPROVED"));
        }

        @Test
        void shouldANewIssuerSpeakForTheTenantAfterItsConsentAlone() {
            try (TestIssuer other = TestIssuer.start("other")) {
                Response answer =
                        patch(Map.of("issuers", List.of(shared(), Map.of("issuer", other.issuer(), "shared", true))));
                answer.then().statusCode(202).body("issuers.added.issuer", equalTo(List.of(other.issuer())));
                String token =
                        other.token(TokenSpec.of("eve").tenant(tenantId()).roles("global-admin"));
                bearer(token).get(tenant).then().statusCode(401);
                bearer(token)
                        .post(answer.header("Location") + "/approve")
                        .then()
                        .statusCode(401);

                admin().post(answer.header("Location") + "/approve").then().statusCode(200);

                await().atMost(SOON).until(() -> bearer(token).get(tenant).statusCode() == 200);
            }
        }

        @Test
        void shouldAnIssuerThatIsReadInAnotherWayWaitToo() {
            patch(Map.of("issuers", List.of(Map.of("issuer", issuer.issuer(), "shared", false))))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/issuer-taken"));
            String alone = "https://" + added;
            Response first = patch(Map.of("issuers", List.of(shared(), Map.of("issuer", alone))));
            admin().post(first.header("Location") + "/approve").then().statusCode(200);

            patch(Map.of("issuers", List.of(shared(), Map.of("issuer", alone, "shared", true))))
                    .then()
                    .statusCode(202)
                    .body("issuers.added[0].shared", equalTo(true))
                    .body("issuers.removed[0].shared", equalTo(false));
        }

        @Test
        void shouldEverythingElseBeDoneAtOnce() {
            patch(Map.of("name", "Borealis", "partnerEligible", true, "domains", List.of(own, second, added)))
                    .then()
                    .statusCode(202);
            operator()
                    .get(tenant)
                    .then()
                    .body("name", equalTo("Borealis"))
                    .body("partnerEligible", equalTo(true))
                    .body("domains", hasSize(2));
            patch(Map.of("domains", List.of(own))).then().statusCode(200).body("domains", equalTo(List.of(own)));
        }

        @Test
        void shouldAReplacementNeverLeaveTheTenantWithoutWhatItHad() {
            String change = patch(Map.of("domains", List.of(added)))
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location");
            operator().get(tenant).then().body("domains", hasSize(2));

            admin().post(change + "/approve").then().statusCode(200);

            operator().get(tenant).then().body("domains", equalTo(List.of(added)));
        }

        @Test
        void shouldAskingTwiceBeAskingOnce() {
            Map<String, Object> wanted = Map.of("domains", List.of(own, second, added));

            assertThat(patch(wanted).header("Location")).isEqualTo(patch(wanted).header("Location"));
        }

        @Test
        void shouldNothingChangeTheVersionThatChangesNothing() {
            String tag = operator().get(tenant).header("ETag");

            patch(Map.of()).then().statusCode(200).header("ETag", equalTo(tag));
        }

        @Test
        void shouldSoManyWaitAtMost() {
            for (int i = 0; i < 20; i++) {
                patch(Map.of("domains", List.of(own, second, domain()))).then().statusCode(202);
            }

            patch(Map.of("domains", List.of(own, second, domain())))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/limit-reached"));
        }
    }

    @Nested
    class Deciding {

        @Test
        void shouldBeTheTenantsGlobalAdminsAlone() {
            String change = waiting();
            String foreign = registered(domain());
            UUID stranger = UUID.fromString(foreign.substring(foreign.lastIndexOf('/') + 1));
            await().atMost(SOON).until(() -> admin(stranger).get(foreign).statusCode() == 200);

            for (String decision : List.of("/approve", "/reject")) {
                operator()
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post(change + decision)
                        .then()
                        .statusCode(403);
                user(tenantId(), "nobody")
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post(change + decision)
                        .then()
                        .statusCode(403);
                admin(stranger)
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post(change + decision)
                        .then()
                        .statusCode(404);
                admin(stranger)
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post(foreign + change.substring(tenant.length()) + decision)
                        .then()
                        .statusCode(404);
            }
            admin().post(tenant + "/changes/" + Ids.next() + "/approve").then().statusCode(404);
            admin().post(change + "/withdraw").then().statusCode(403);
            admin(stranger).get(change).then().statusCode(404);
            user(tenantId(), "nobody").get(tenant + "/changes").then().statusCode(403);
            admin().get(change).then().statusCode(200).body("status", equalTo("PENDING"));
        }

        @Test
        void shouldTellTheOperatorsWhyTheTenantRejects() {
            String change = waiting();

            admin().contentType(ContentType.JSON)
                    .body(Map.of("reason", "We know nothing of it."))
                    .post(change + "/reject")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("REJECTED"));

            operator().get(change).then().body("reason", equalTo("We know nothing of it."));
            operator().get(tenant).then().body("domains", not(hasItem(added)));
            expectNotPending(admin().post(change + "/approve"), "REJECTED");
        }

        @Test
        void shouldEndWhenTheOperatorsNoLongerWantIt() {
            String change = waiting();

            operator().post(change + "/withdraw").then().statusCode(200).body("status", equalTo("WITHDRAWN"));

            expectNotPending(admin().post(change + "/approve"), "WITHDRAWN");
            operator().get(tenant + "/changes?status=PENDING").then().body("items", hasSize(0));
            operator().get(tenant + "/changes?status=WITHDRAWN").then().body("items", hasSize(1));
        }

        @Test
        void shouldNotBeDoneWhereWhatItReplacesHasChanged() {
            String change = waiting();
            patch(Map.of("domains", List.of(second))).then().statusCode(200);

            expectNotPending(admin().post(change + "/approve"), "OUTDATED");

            operator().get(change).then().body("status", equalTo("OUTDATED")).body("$", not(hasKey("decidedBy")));
            operator().get(tenant).then().body("domains", equalTo(List.of(second)));
        }

        @Test
        void shouldNotTakeWhatBelongsToAnotherByNow() {
            String change = waiting();
            registered(added);

            admin().post(change + "/approve").then().statusCode(409).body("type", equalTo("/problems/domain-taken"));

            operator().get(change).then().body("status", equalTo("PENDING"));
        }

        @Test
        void shouldGiveTheFirstAnswerAgainForTheSameKey() {
            String change = waiting();

            Response first = admin().header("Idempotency-Key", "k").post(change + "/approve");
            Response again = admin().header("Idempotency-Key", "k").post(change + "/approve");

            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.asString()).isEqualTo(first.asString());
        }
    }

    @Test
    void shouldChangesBeSortedAndFilteredAsAnyList() {
        String first = waiting();
        String last = patch(Map.of("domains", List.of(own, second, domain())))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        Response rejected = admin().contentType(ContentType.JSON).body("{}").post(first + "/reject");

        assertThat(listed("")).containsExactly(last, first);
        assertThat(listed("?sort=createdAt")).containsExactly(first, last);
        assertThat(listed("?sort=-createdAt")).containsExactly(last, first);
        assertThat(listed("?ids=" + rejected.path("id"))).containsExactly(first);
        assertThat(listed("?updatedSince=" + rejected.path("decidedAt"))).containsExactly(first);
        assertThat(listed("?updatedSince=2100-01-01T00:00:00Z")).isEmpty();
        String next = admin().get(tenant + "/changes?sort=createdAt&limit=1").path("nextCursor");
        assertThat(listed("?sort=createdAt&limit=1&cursor=" + next)).containsExactly(last);
        admin().get(tenant + "/changes?sort=status").then().statusCode(400);
    }

    private List<String> listed(String query) {
        return admin()
                .get(tenant + "/changes" + query)
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.id")
                .stream()
                .map(id -> tenant + "/changes/" + id)
                .toList();
    }

    @Test
    void shouldAChangeSayWhenItLastChangedAsItsVersionDoes() {
        String change = waiting();
        Response pending = admin().get(change);
        pending.then()
                .body("createdAt", equalTo(pending.path("requestedAt")))
                .body("updatedAt", equalTo(pending.path("requestedAt")));

        Response approved = admin().post(change + "/approve");

        approved.then()
                .body("version", not(equalTo(pending.path("version"))))
                .body("createdAt", equalTo(pending.path("createdAt")))
                .body("updatedAt", equalTo(approved.path("decidedAt")));
        admin().get(tenant + "/changes")
                .then()
                .body("items.version", equalTo(List.of(approved.<String>path("version"))))
                .body("items.updatedAt", equalTo(List.of(approved.<String>path("updatedAt"))));
    }

    @Test
    void shouldRefuseAnIssuerThatIsNamedTwice() {
        patch(Map.of("issuers", List.of(shared(), Map.of("issuer", issuer.issuer()))))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("issuers[1].issuer"));
    }

    private static void expectNotPending(Response refused, String status) {
        refused.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/change-not-pending"))
                .body("detail", containsString(status));
    }

    private Response patch(Map<String, Object> patch) {
        return operator()
                .contentType("application/merge-patch+json")
                .header("If-Match", operator().get(tenant).header("ETag"))
                .body(patch)
                .patch(tenant);
    }

    private String tenantId() {
        return tenant.substring(tenant.lastIndexOf('/') + 1);
    }

    private RequestSpecification operator() {
        return bearer(operators.token(TokenSpec.of("oscar").roles("platform-operator")));
    }

    private RequestSpecification admin() {
        return admin(UUID.fromString(tenantId()));
    }

    private RequestSpecification admin(UUID of) {
        return bearer(issuer.token(TokenSpec.of("admin").tenant(of.toString()).roles("global-admin")));
    }

    private RequestSpecification user(String of, String name) {
        return bearer(issuer.token(TokenSpec.of(name).tenant(of)));
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token);
    }

    private static String domain() {
        return "t" + UUID.randomUUID() + ".example";
    }
}
