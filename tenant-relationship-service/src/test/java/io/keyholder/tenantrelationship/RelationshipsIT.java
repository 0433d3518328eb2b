package io.keyholder.tenantrelationship;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.keyholder.contracts.AssignmentState;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.RoleState;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.OnBackends;
import io.keyholder.testing.Provided;
import io.keyholder.testing.events.Published;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
class RelationshipsIT extends OnBackends {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Provided
    TestIssuer operators;

    @Inject
    Jdbi jdbi;

    private Published published;
    private UUID customer;
    private UUID partner;
    private UUID stranger;

    @BeforeEach
    void twoTenantsAndOneMore() {
        published = Published.on(kafka);
        published.keepBeating("rbac-service");
        customer = tenant("Aurora");
        partner = tenant("Meridian");
        stranger = tenant("Solstice");
        await().atMost(SOON).until(() -> as(stranger).get("/v1/relationships").statusCode() == 200);
    }

    @AfterEach
    void close() {
        published.close();
    }

    @Test
    void shouldBeShownAnewButBeTheSameToChangeWhenAPartnerIsRenamed() {
        String path = "/v1/relationships/" + accepted();
        Response before = as(customer).get(path);

        operator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("name", "Meridian Rooms"))
                .patch("/v1/tenants/" + partner)
                .then()
                .statusCode(200);

        as(customer)
                .header("If-None-Match", before.header("ETag"))
                .get(path)
                .then()
                .statusCode(200)
                .body("partner.name", equalTo("Meridian Rooms"))
                .body("version", equalTo(before.path("version")));
        as(customer)
                .header("If-Match", "W/" + before.header("ETag"))
                .delete(path)
                .then()
                .statusCode(204);
    }

    @Test
    void shouldBeEstablishedByAnAcceptedInvitationUnderTheIdThatWasMinted() {
        UUID relationship = accepted();

        as(customer)
                .get("/v1/relationships/" + relationship)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                .body("status", equalTo("ACTIVE"))
                .body("customer.name", equalTo("Aurora"))
                .body("partner.id", equalTo(partner.toString()));
        as(partner)
                .get("/v1/relationships?side=PARTNER")
                .then()
                .body("items.id", equalTo(List.of(relationship.toString())));
        as(partner).get("/v1/relationships?side=CUSTOMER").then().body("items", hasSize(0));
        as(partner).get("/v1/relationships?q=auro").then().body("items", hasSize(1));
        as(partner).get("/v1/relationships?q=meri").then().body("items", hasSize(0));
    }

    @Test
    void shouldNotExistForOthers() {
        UUID relationship = accepted();

        String hidden = as(stranger)
                .get("/v1/relationships/" + relationship)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        UUID unknown = Ids.next();
        String missing = as(stranger)
                .get("/v1/relationships/" + unknown)
                .then()
                .statusCode(404)
                .extract()
                .asString();

        assertThat(withoutIds(hidden)).isEqualTo(withoutIds(missing));
        as(stranger)
                .post("/v1/relationships/" + relationship + "/suspend")
                .then()
                .statusCode(404);
        plain(customer).get("/v1/relationships/" + relationship).then().statusCode(404);
        plain(partner).get("/v1/relationships").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void shouldBeSuspendedAndResumedByTheCustomerAlone() {
        String path = "/v1/relationships/" + accepted();

        as(partner).post(path + "/suspend").then().statusCode(403).body("detail", containsString("partners:manage"));
        as(customer)
                .post(path + "/resume")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/relationship-not-active"));
        as(customer).post(path + "/suspend").then().statusCode(200).body("status", equalTo("SUSPENDED"));
        as(partner).get(path).then().statusCode(200).body("status", equalTo("SUSPENDED"));
        as(customer).post(path + "/suspend").then().statusCode(409);
        as(customer).post(path + "/resume").then().statusCode(200).body("status", equalTo("ACTIVE"));
    }

    @Test
    void shouldBeTerminatedByTheCustomerAndStayReadable() {
        String path = "/v1/relationships/" + accepted();

        as(customer).delete(path).then().statusCode(428);
        as(customer).header("If-Match", "\"9\"").delete(path).then().statusCode(412);
        as(partner).header("If-Match", "*").delete(path).then().statusCode(403);
        as(customer).header("If-Match", "*").delete(path).then().statusCode(204);
        as(customer).get(path).then().statusCode(200).body("status", equalTo("TERMINATED"));
        as(customer).post(path + "/resume").then().statusCode(409);
    }

    @Test
    void shouldLeaveTheListsOfBothSidesOnceItIsTerminatedUnlessAskedFor() {
        UUID relationship = accepted();
        String path = "/v1/relationships/" + relationship;
        as(customer).post(path + "/suspend").then().statusCode(200);
        as(customer).get("/v1/relationships").then().body("items.id", equalTo(List.of(relationship.toString())));
        as(customer).header("If-Match", "*").delete(path).then().statusCode(204);

        for (UUID side : List.of(customer, partner)) {
            as(side).get("/v1/relationships?includeTotal=true")
                    .then()
                    .body("items", hasSize(0))
                    .body("total", equalTo(0));
            as(side).get("/v1/relationships?status=ACTIVE&status=SUSPENDED")
                    .then()
                    .body("items", hasSize(0));
            as(side).get("/v1/relationships?status=TERMINATED")
                    .then()
                    .body("items.id", equalTo(List.of(relationship.toString())));
        }
    }

    @Test
    void shouldBeTerminatedByAPrimaryAdminAlsoWhileItIsSuspended() {
        UUID relationship = accepted();
        String path = "/v1/relationships/" + relationship;
        primaryAdmin(relationship, "paul");
        await().atMost(SOON).until(() -> user(partner, "paul").get(path).statusCode() == 200);
        as(customer).post(path + "/suspend").then().statusCode(200);

        user(partner, "paul").header("If-Match", "*").delete(path).then().statusCode(204);

        as(partner).get(path).then().body("status", equalTo("TERMINATED"));
    }

    @Test
    void shouldBeSortedAndFilteredAsAnyList() {
        UUID first = accepted();
        partner = tenant("Borealis");
        await().atMost(SOON).until(() -> as(partner).get("/v1/relationships").statusCode() == 200);
        UUID second = accepted();

        assertThat(listed("")).containsExactly(second, first);
        assertThat(listed("?sort=createdAt")).containsExactly(first, second);
        assertThat(listed("?sort=-establishedAt")).containsExactly(second, first);
        assertThat(listed("?sort=name")).containsExactly(second, first);
        assertThat(listed("?sort=-name")).containsExactly(first, second);
        assertThat(listed("?ids=" + first)).containsExactly(first);
        String next = as(customer).get("/v1/relationships?sort=name&limit=1").path("nextCursor");
        assertThat(listed("?sort=name&limit=1&cursor=" + next)).containsExactly(first);
        as(customer).get("/v1/relationships?sort=colour").then().statusCode(400);
        String suspended = as(customer)
                .post("/v1/relationships/" + first + "/suspend")
                .then()
                .extract()
                .path("suspendedAt");
        assertThat(listed("?updatedSince=" + suspended)).containsExactly(first);
        assertThat(listed("?updatedSince=2100-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void shouldSayWhenItLastChangedAsItsVersionDoes() {
        String path = "/v1/relationships/" + accepted();
        Response established = as(customer).get(path);
        established.then().body("createdAt", equalTo(established.path("establishedAt")));
        assertThat(Instant.parse(established.path("updatedAt")))
                .isAfterOrEqualTo(Instant.parse(established.path("establishedAt")));

        Response suspended = as(customer).post(path + "/suspend");
        as(customer).post(path + "/suspend").then().statusCode(409);

        suspended
                .then()
                .body("version", not(equalTo(established.path("version"))))
                .body("updatedAt", equalTo(suspended.path("suspendedAt")));
        as(partner)
                .get("/v1/relationships")
                .then()
                .body("items.version", equalTo(List.of(suspended.<String>path("version"))))
                .body("items.createdAt", equalTo(List.of(established.<String>path("createdAt"))))
                .body("items.updatedAt", equalTo(List.of(suspended.<String>path("updatedAt"))));
    }

    @Test
    void shouldNotTellWhenWhatIsHiddenOfAnotherTenantChanged() {
        accepted();
        await().atMost(SOON)
                .untilAsserted(
                        () -> as(partner).get("/v1/tenants").then().body("items.id", hasItem(customer.toString())));

        as(partner)
                .get("/v1/tenants?ids=" + customer)
                .then()
                .body("items[0]", hasKey("version"))
                .body("items[0]", not(hasKey("createdAt")))
                .body("items[0]", not(hasKey("updatedAt")));
        as(partner)
                .get("/v1/tenants?updatedSince=2100-01-01T00:00:00Z")
                .then()
                .body("items.id", equalTo(List.of(customer.toString())));
    }

    private List<UUID> listed(String query) {
        List<String> ids = as(customer)
                .get("/v1/relationships" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        return ids.stream().map(UUID::fromString).toList();
    }

    @Test
    void shouldAskNoMoreOfTheDatabaseForWhatIsHiddenThanForWhatIsNot() {
        UUID relationship = accepted();
        UUID ghost = Ids.next();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(statements(() -> suspend(relationship)))
                        .isEqualTo(statements(() -> suspend(ghost))));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(statements(() -> as(stranger).get("/v1/relationships/" + relationship)))
                        .isEqualTo(statements(() -> as(stranger).get("/v1/relationships/" + ghost))));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(statements(() -> as(stranger).get("/v1/tenants/" + customer)))
                        .isEqualTo(statements(() -> as(stranger).get("/v1/tenants/" + ghost))));
    }

    private void suspend(UUID relationship) {
        as(stranger)
                .post("/v1/relationships/" + relationship + "/suspend")
                .then()
                .statusCode(404);
    }

    /** The fewest of several times: the service's consumers ask the database too. */
    private long statements(Runnable request) {
        AtomicLong count = new AtomicLong();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext statement) {
                count.incrementAndGet();
            }
        });
        long fewest = LongStream.generate(() -> {
                    long before = count.get();
                    request.run();
                    return count.get() - before;
                })
                .limit(5)
                .min()
                .orElseThrow();
        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        assertThat(fewest).as("statements of a request").isPositive();
        return fewest;
    }

    @Test
    void shouldShowTheNamesOfThoseOneDealsWith() {
        UUID relationship = accepted();
        await().atMost(SOON)
                .untilAsserted(() -> as(partner)
                        .get("/v1/tenants")
                        .then()
                        .body("items.id", hasItem(customer.toString()))
                        .body("items.id", not(hasItem(stranger.toString()))));
        as(partner).get("/v1/tenants/" + customer).then().statusCode(200).body("$", not(hasKey("issuers")));
        as(stranger).get("/v1/tenants/" + customer).then().statusCode(404);
        plain(partner).get("/v1/tenants/" + partner).then().statusCode(200).body("name", equalTo("Meridian"));
        plain(partner).get("/v1/tenants/" + customer).then().statusCode(404);
        primaryAdmin(relationship, "paul");
        await().atMost(SOON)
                .until(() ->
                        user(partner, "paul").get("/v1/tenants/" + customer).statusCode() == 200);
    }

    @Test
    void shouldShowAPendingInvitersNameToThePartner() {
        UUID invitation = Ids.next();
        published.states(invitation(invitation, InvitationState.Status.PENDING, null));

        await().atMost(SOON)
                .until(() -> as(partner).get("/v1/tenants/" + customer).statusCode() == 200);

        published.states(invitation(invitation, InvitationState.Status.CANCELLED, null));
        await().atMost(SOON)
                .until(() -> as(partner).get("/v1/tenants/" + customer).statusCode() == 404);
    }

    @Test
    void shouldShowOperatorsTenantsAndNoRelationships() {
        UUID relationship = accepted();

        operator().get("/v1/relationships/" + relationship).then().statusCode(403);
        operator().get("/v1/relationships/" + Ids.next()).then().statusCode(403);
        operator().get("/v1/tenants").then().statusCode(200).body("items.id", hasItem(customer.toString()));
        operator().get("/v1/relationships").then().statusCode(403);
    }

    @Test
    void shouldLetASuspendedTenantInNoMore() {
        String path = "/v1/tenants/" + stranger;
        operator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"status\":\"SUSPENDED\"}")
                .patch(path)
                .then()
                .statusCode(200);

        await().atMost(SOON).until(() -> as(stranger).get("/v1/tenants").statusCode() == 401);
    }

    private UUID accepted() {
        UUID relationship = Ids.next();
        published.states(invitation(
                Ids.next(),
                InvitationState.Status.ACCEPTED,
                new InvitationState.Acceptance(
                        relationship,
                        Ids.next(),
                        Ids.next(),
                        List.of(new NamedPrincipal(partner, Principal.Type.USER, "paul", null)),
                        Instant.now())));
        await().atMost(SOON)
                .until(() ->
                        as(partner).get("/v1/relationships/" + relationship).statusCode() == 200);
        return relationship;
    }

    private InvitationState invitation(UUID id, InvitationState.Status status, InvitationState.Acceptance acceptance) {
        return new InvitationState(
                id,
                customer,
                partner,
                "meridian.example",
                status,
                Scope.all(),
                null,
                Instant.now(),
                Instant.now().plus(Duration.ofDays(7)),
                acceptance);
    }

    private void primaryAdmin(UUID relationship, String user) {
        UUID role = Ids.next();
        Sequence version = published.state(new RoleState(
                role,
                customer,
                relationship,
                "primary-admin",
                "Primary admin",
                List.of("rooms:view"),
                RoleState.Status.ACTIVE,
                null));
        published.states(new AssignmentState(
                Ids.next(),
                role,
                version,
                customer,
                relationship,
                List.of(new Principal(partner, Principal.Type.USER, user)),
                Scope.all(),
                null,
                null,
                AssignmentState.Status.ACTIVE,
                null));
    }

    private UUID tenant(String name) {
        String domain = "t" + UUID.randomUUID() + ".example";
        return UUID.fromString(operator()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        name,
                        "domains",
                        List.of(domain),
                        "issuers",
                        List.of(Map.of("issuer", issuer.issuer(), "shared", true)),
                        "partnerEligible",
                        true))
                .post("/v1/tenants")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private RequestSpecification operator() {
        return given().auth().oauth2(operators.token(TokenSpec.of("oscar").roles("platform-operator")));
    }

    /** The tenant's Global admin. */
    private RequestSpecification as(UUID tenant) {
        return bearer(TokenSpec.of("admin").tenant(tenant.toString()).roles("global-admin"));
    }

    /** A user without any role. */
    private RequestSpecification plain(UUID tenant) {
        return user(tenant, "nobody");
    }

    private RequestSpecification user(UUID tenant, String name) {
        return bearer(TokenSpec.of(name).tenant(tenant.toString()));
    }

    private RequestSpecification bearer(TokenSpec token) {
        return given().auth().oauth2(issuer.token(token));
    }

    private static String withoutIds(String problem) {
        return problem.replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
