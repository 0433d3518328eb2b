package io.keyholder.tenantrelationship;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.OnBackends;
import io.keyholder.testing.Provided;
import io.keyholder.testing.fuzz.NastyInputs;
import io.keyholder.testing.http.Certificate;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
class TenantsIT extends OnBackends {

    @Provided
    TestIssuer operators;

    @Test
    void shouldAnswerEachNastyInputAsTheCallersFault() {
        String tenant = register(domain()).header("Location");
        NastyInputs inputs = new NastyInputs(
                given().get("/q/openapi?format=json").asString(), this::asOperator, Map.of("/v1/tenants/{id}", tenant));

        assertThat(inputs.failures()).isEmpty();
    }

    @Nested
    class Registering {

        @Test
        void shouldAnswerWithTheTenantWhereItIs() {
            String domain = domain();

            Response answer = register(domain);

            answer.then()
                    .statusCode(201)
                    .header("Location", matchesPattern("/v1/tenants/[0-9a-f-]{36}"))
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .header("Keyholder-Consistency", matchesPattern("[A-Za-z0-9_-]+"))
                    .body("name", equalTo("Aurora"))
                    .body("domains", equalTo(List.of(domain)))
                    .body("status", equalTo("ACTIVE"));
            asOperator().get(answer.header("Location")).then().statusCode(200).body("domains[0]", equalTo(domain));
        }

        @Test
        void shouldRefuseADomainThatBelongsToAnother() {
            String domain = domain();
            register(domain);

            Response second = register(domain);

            second.then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/domain-taken"))
                    .body("instance", equalTo("/v1/tenants"))
                    .body("traceId", matchesPattern("[0-9a-f]{32}"));
        }

        @Test
        void shouldTakeSpellingsOfADomainForOne() {
            String label = "t" + UUID.randomUUID();
            String ascii = "xn--bcher-kva." + label + ".example";
            spelled("B\u00dcCHER." + label + ".example.")
                    .then()
                    .statusCode(201)
                    .body("domains", equalTo(List.of(ascii)));

            for (String other :
                    List.of(ascii, "bu\u0308cher." + label + ".example", ascii.toUpperCase(Locale.ROOT) + ".")) {
                spelled(other).then().statusCode(409).body("type", equalTo("/problems/domain-taken"));
            }
        }

        @Test
        void shouldRefuseADomainOfAnyLength() {
            register("a.".repeat(200_000) + "example")
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem("domains[0]"));
        }

        @Test
        void shouldNameEachFieldThatIsWrong() {
            asOperator()
                    .contentType(ContentType.JSON)
                    .body("{\"name\":\"\",\"domains\":[\"no domain\"],\"issuers\":[],\"colour\":1}")
                    .post("/v1/tenants")
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem("colour"));
            asOperator()
                    .contentType(ContentType.JSON)
                    .body("{\"name\":\"\",\"domains\":[\"no"
                            + " domain\"],\"issuers\":[{\"issuer\":\"http://example.org\"}]}")
                    .post("/v1/tenants")
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem("name"));
        }

        @Test
        void shouldGiveTheFirstAnswerAgainForTheSameKey() {
            String domain = domain();
            String key = UUID.randomUUID().toString();

            Response first = register(domain, key);
            Response second = register(domain, key);
            Response other = register(domain(), key);

            first.then().statusCode(201);
            second.then().statusCode(201).header("Location", first.header("Location"));
            second.then().body(equalTo(first.body().asString()));
            other.then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
        }

        @Test
        void shouldBeTheOperatorsAlone() {
            asOperator().get("/v1/tenants?limit=0").then().statusCode(400);
            given().get("/v1/tenants").then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
        }
    }

    @Nested
    class Changing {

        @Test
        void shouldNeedTheVersionThatTheCallerHasSeen() {
            String location = register(domain()).header("Location");
            Map<String, String> renamed = Map.of("name", "Aurora Borealis");

            patch(location, renamed, null).then().statusCode(428);
            patch(location, renamed, "\"7\"").then().statusCode(412);
            patch(location, renamed, "*")
                    .then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body("name", equalTo("Aurora Borealis"))
                    .body("status", equalTo("ACTIVE"));
        }

        @Test
        void shouldRefuseUnknownPathsMethodsAndParameters() {
            asOperator()
                    .get("/v1/tenants/" + UUID.randomUUID())
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/not-found"));
            asOperator().get("/v1/tenants/nonsense").then().statusCode(404);
            asOperator().delete("/v1/tenants").then().statusCode(405).header("Allow", not(nullValue()));
            asOperator()
                    .get("/v1/tenants?colour=red")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("colour"));
            asOperator()
                    .get("/v1/tenants?status=GONE")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("status"));
            asOperator()
                    .get("/v1/tenants?cursor=abc")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-cursor"));
        }
    }

    @Nested
    class Issuers {

        private final Map<String, Object> entra = Map.of(
                "issuer",
                "https://login.microsoftonline.com/" + UUID.randomUUID() + "/v2.0",
                "shared",
                false,
                "preset",
                "ENTRA",
                "audiences",
                List.of("api://keyholder"),
                "claims",
                Map.of("user", "oid", "roles", "https://aurora.example/roles"),
                "roleMapping",
                Map.of("Keyholder.Admin", "global-admin"));

        @Test
        void shouldBeShownAsTheyWereRegistered() {
            Response registered = register(domain(), List.of(entra));

            registered.then().statusCode(201).body("issuers", registeredAs(entra));
            asOperator().get(registered.header("Location")).then().body("issuers", registeredAs(entra));
        }

        @Test
        void shouldKeepTheirReadingWhenSomethingElseChanges() {
            String location = register(domain(), List.of(entra)).header("Location");

            patch(location, Map.of("name", "Another"), "*")
                    .then()
                    .statusCode(200)
                    .body("issuers", registeredAs(entra));
        }

        @Test
        void shouldTakeAnotherReading() {
            String location = register(domain(), List.of(entra)).header("Location");
            Map<String, Object> plain = Map.of("issuer", entra.get("issuer"));

            patch(location, Map.of("issuers", List.of(plain)), "*")
                    .then()
                    .statusCode(200)
                    .body("issuers[0].preset", equalTo("GENERIC"))
                    .body("issuers[0]", not(hasKey("audiences")))
                    .body("issuers[0]", not(hasKey("claims")));
            patch(location, Map.of("issuers", List.of(entra)), "*")
                    .then()
                    .statusCode(200)
                    .body("issuers", registeredAs(entra));
            asOperator().get(location).then().body("issuers", registeredAs(entra));
        }

        @Test
        void shouldBeSharedByTenantsThatTokensTellApart() {
            String issuer = "https://" + domain();

            register(domain(), List.of(shared(issuer, "aurora"))).then().statusCode(201);
            register(domain(), List.of(shared(issuer, "borealis"))).then().statusCode(201);
            register(domain(), List.of(Map.of("issuer", issuer, "shared", true)))
                    .then()
                    .statusCode(201);
            register(domain(), List.of(shared(issuer, "aurora")))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/issuer-taken"));
            register(domain(), List.of(Map.of("issuer", issuer)))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/issuer-taken"));
        }

        /** Whatever is known of how it answers. */
        private static Matcher<Iterable<? extends Map<String, Object>>> registeredAs(Map<String, Object> issuer) {
            return contains(allOf(issuer.entrySet().stream()
                    .<Matcher<? super Map<String, Object>>>map(said -> hasEntry(said.getKey(), said.getValue()))
                    .toList()));
        }

        @Test
        void shouldBeSaidToAnswerOrNotFromTheBeginning() throws Exception {
            String nowhere = "https://" + domain();
            try (TestIssuer answers = TestIssuer.start("answers-" + UUID.randomUUID());
                    TestIssuer liar = TestIssuer.start("liar-" + UUID.randomUUID());
                    TestIssuer stranger =
                            TestIssuer.start("stranger-" + UUID.randomUUID(), Certificate.of("stranger"))) {
                liar.answerDiscovery(reply -> reply.body("{\"issuer\": \"https://another.example\"}"));
                Map<String, String> expected = Map.of(
                        answers.issuer(),
                        "OK",
                        liar.issuer(),
                        "BAD_ANSWER",
                        stranger.issuer(),
                        "BAD_CERTIFICATE",
                        nowhere,
                        "UNREACHABLE");

                Response registered = register(
                        domain(),
                        expected.keySet().stream()
                                .map(issuer -> Map.of("issuer", issuer))
                                .toList());

                registered.then().statusCode(201);
                assertThat(statuses(registered)).isEqualTo(expected);
                assertThat(registered.<Object>path("issuers.findAll { it.lastSeenAt }.issuer"))
                        .isEqualTo(List.of(answers.issuer()));
                String location = registered.header("Location");
                assertThat(statuses(asOperator().get(location))).isEqualTo(expected);
                patch(location, Map.of("issuers", registered.path("issuers")), "*")
                        .then()
                        .statusCode(200)
                        .body("version", equalTo(registered.path("version")));
            }
        }

        private static Map<String, String> statuses(Response tenant) {
            return tenant.jsonPath().<Map<String, String>>getList("issuers").stream()
                    .collect(Collectors.toMap(issuer -> issuer.get("issuer"), issuer -> issuer.get("status")));
        }

        static Stream<Arguments> wrong() {
            return Stream.of(
                    Arguments.of("preset", "ADFS", "issuers[0].preset"),
                    Arguments.of("audiences", List.of("ok", " "), "issuers[0].audiences[1]"),
                    Arguments.of("audiences", List.of("ok", " x"), "issuers[0].audiences[1]"),
                    Arguments.of("audiences", List.of("x".repeat(501)), "issuers[0].audiences[0]"),
                    Arguments.of("claims", Map.of("user", ""), "issuers[0].claims.user"),
                    Arguments.of("claims", Map.of("groups", "a\nb"), "issuers[0].claims.groups"),
                    Arguments.of("claims", Map.of("tenant", "x".repeat(256)), "issuers[0].claims.tenant"),
                    Arguments.of("claims", Map.of("name", "x"), "issuers[0].claims.name"),
                    Arguments.of("roleMapping", Map.of("Admin", "platform-operator"), "issuers[0].roleMapping.Admin"),
                    Arguments.of("roleMapping", Map.of("Admin", ""), "issuers[0].roleMapping.Admin"),
                    Arguments.of("roleMapping", Map.of("", "global-admin"), "issuers[0].roleMapping."),
                    Arguments.of("preset", "GOOGLE", "issuers[0].claims.tenantValue"));
        }

        @ParameterizedTest
        @MethodSource("wrong")
        void shouldNameWhatIsWrongWithThem(String field, Object value, String named) {
            register(domain(), List.of(Map.of("issuer", "https://" + domain(), field, value)))
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem(named));
        }

        @Test
        void shouldBeNamedOnceEach() {
            String issuer = "https://" + domain();

            register(domain(), List.of(Map.of("issuer", issuer), Map.of("issuer", issuer, "preset", "OKTA")))
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem("issuers[1].issuer"));
        }

        private static Map<String, Object> shared(String issuer, String name) {
            return Map.of("issuer", issuer, "shared", true, "claims", Map.of("tenant", "org", "tenantValue", name));
        }

        private Response register(String domain, List<?> issuers) {
            return asOperator()
                    .contentType(ContentType.JSON)
                    .body(Map.of("name", "Aurora", "domains", List.of(domain), "issuers", issuers))
                    .post("/v1/tenants");
        }
    }

    @Nested
    class Listing {

        @Test
        void shouldPageWithoutGapsOrRepetition() {
            String mark = "Page" + UUID.randomUUID();
            for (int i = 0; i < 5; i++) {
                register(domain(), UUID.randomUUID().toString(), mark + i);
            }
            Response first = asOperator().get("/v1/tenants?limit=2&includeTotal=true&q=" + mark);
            first.then()
                    .statusCode(200)
                    .body("items", hasSize(2))
                    .body("total", equalTo(5))
                    .header("Link", startsWith("</v1/tenants?"));
            Response second = asOperator().get("/v1/tenants?limit=2&q=" + mark + "&cursor=" + first.path("nextCursor"));
            second.then().statusCode(200).body("items.name", equalTo(List.of(mark + 2, mark + 3)));
            Response third = asOperator().get("/v1/tenants?limit=2&q=" + mark + "&cursor=" + second.path("nextCursor"));
            third.then().statusCode(200).body("items", hasSize(1)).body("nextCursor", nullValue());
            asOperator()
                    .get("/v1/tenants?limit=2&q=other&cursor=" + first.path("nextCursor"))
                    .then()
                    .statusCode(400);
        }
    }

    /** By an issuer that is not named after the domain: addresses have one spelling alone. */
    private Response spelled(String domain) {
        return asOperator()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name", "Aurora",
                        "domains", List.of(domain),
                        "issuers", List.of(Map.of("issuer", "https://" + domain()))))
                .post("/v1/tenants");
    }

    @Test
    void shouldBeSortedAndFilteredAsAnyList() {
        String mark = "Sort" + UUID.randomUUID();
        String b = register(domain(), UUID.randomUUID().toString(), mark + "b").path("id");
        String a = register(domain(), UUID.randomUUID().toString(), mark + "a").path("id");

        for (Map.Entry<String, List<String>> one : Map.of(
                        "",
                        List.of(a, b),
                        "&sort=-name",
                        List.of(b, a),
                        "&sort=createdAt",
                        List.of(b, a),
                        "&sort=-createdAt",
                        List.of(a, b),
                        "&ids=" + b,
                        List.of(b),
                        "&updatedSince=2100-01-01T00:00:00Z",
                        List.<String>of())
                .entrySet()) {
            asOperator().get("/v1/tenants?q=" + mark + one.getKey()).then().body("items.id", equalTo(one.getValue()));
        }
        asOperator().get("/v1/tenants?sort=colour").then().statusCode(400).body("violations[0].field", equalTo("sort"));
    }

    @Test
    void shouldSayWhenItLastChangedAsItsVersionDoes() {
        Response registered = register(domain());
        String location = registered.header("Location");
        registered.then().body("updatedAt", equalTo(registered.path("createdAt")));

        patch(location, Map.of("name", "Aurora"), "*")
                .then()
                .statusCode(200)
                .body("version", equalTo(registered.path("version")))
                .body("updatedAt", equalTo(registered.path("updatedAt")));
        Response renamed = patch(location, Map.of("name", "Borealis"), "*");

        renamed.then()
                .body("version", not(equalTo(registered.path("version"))))
                .body("createdAt", equalTo(registered.path("createdAt")));
        assertThat(updatedAt(renamed)).isAfter(updatedAt(registered));
        asOperator()
                .get("/v1/tenants?ids=" + registered.path("id") + "&updatedSince=" + updatedAt(renamed))
                .then()
                .body("items.version", equalTo(List.of(renamed.<String>path("version"))))
                .body("items.createdAt", equalTo(List.of(registered.<String>path("createdAt"))))
                .body("items.updatedAt", equalTo(List.of(renamed.<String>path("updatedAt"))));
        asOperator()
                .get("/v1/tenants?ids=" + registered.path("id") + "&updatedSince="
                        + updatedAt(renamed).plusMillis(1))
                .then()
                .body("items", hasSize(0));
    }

    private static Instant updatedAt(Response tenant) {
        return Instant.parse(tenant.path("updatedAt"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/tenants, name -name createdAt -createdAt",
        "/v1/tenants/{id}/changes, createdAt -createdAt",
        "/v1/relationships, establishedAt -establishedAt createdAt -createdAt name -name"
    })
    void shouldNameTheOrdersOfAListInItsReference(String path, String orders) {
        List<String> named = given().get("/q/openapi?format=json")
                .path("paths.'" + path + "'.get.parameters.find { it.name == 'sort' }.schema.enum");

        assertThat(named).containsExactly(orders.split(" "));
    }

    private Response register(String domain) {
        return register(domain, UUID.randomUUID().toString());
    }

    private Response register(String domain, String key) {
        return register(domain, key, "Aurora");
    }

    private Response register(String domain, String key, String name) {
        return asOperator()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of(
                        "name", name,
                        "domains", List.of(domain),
                        "issuers", List.of(Map.of("issuer", "https://" + domain))))
                .post("/v1/tenants");
    }

    private Response patch(String location, Object body, String ifMatch) {
        RequestSpecification request =
                asOperator().contentType("application/merge-patch+json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(location);
    }

    private RequestSpecification asOperator() {
        return given().auth().oauth2(operators.token(TokenSpec.of("oscar").roles("platform-operator")));
    }

    private static String domain() {
        return "t" + UUID.randomUUID() + ".example";
    }
}
