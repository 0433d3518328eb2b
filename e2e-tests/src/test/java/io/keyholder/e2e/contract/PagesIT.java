package io.keyholder.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Deployment;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway shows without a token: the reference, the problems' pages, its health, and nothing else. */
class PagesIT {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Everything of the contract that the first release holds. */
    private static final List<String> OPERATIONS = List.of(
            "POST /v1/tenants",
            "GET /v1/tenants",
            "GET /v1/tenants/{}",
            "PATCH /v1/tenants/{}",
            "GET /v1/tenants/{}/changes",
            "GET /v1/tenants/{}/changes/{}",
            "POST /v1/tenants/{}/changes/{}/approve",
            "POST /v1/tenants/{}/changes/{}/reject",
            "POST /v1/tenants/{}/changes/{}/withdraw",
            "GET /v1/relationships",
            "GET /v1/relationships/{}",
            "POST /v1/relationships/{}/suspend",
            "POST /v1/relationships/{}/resume",
            "DELETE /v1/relationships/{}",
            "POST /v1/invitations",
            "GET /v1/invitations",
            "GET /v1/invitations/{}",
            "POST /v1/invitations/{}/accept",
            "POST /v1/invitations/{}/deny",
            "POST /v1/invitations/{}/cancel",
            "GET /v1/permissions",
            "GET /v1/roles",
            "POST /v1/roles",
            "GET /v1/roles/{}",
            "PATCH /v1/roles/{}",
            "DELETE /v1/roles/{}",
            "GET /v1/roles/{}/assignments",
            "POST /v1/roles/{}/assignments",
            "GET /v1/assignments",
            "GET /v1/assignments/{}",
            "PATCH /v1/assignments/{}",
            "DELETE /v1/assignments/{}",
            "PUT /v1/assignments/{}/members/{}/{}",
            "DELETE /v1/assignments/{}/members/{}/{}",
            "GET /v1/access/me",
            "POST /v1/access/check",
            "POST /v1/access/check-batch",
            "POST /v1/access/preview",
            "PUT /v1/assignments/{}/rooms/{}",
            "DELETE /v1/assignments/{}/rooms/{}",
            "PUT /v1/assignments/{}/room-groups/{}",
            "DELETE /v1/assignments/{}/room-groups/{}",
            "POST /v1/assignments/{}/members",
            "POST /v1/assignments/{}/members/remove",
            "GET /v1/settings",
            "PATCH /v1/settings",
            "GET /v1/rooms/export",
            "GET /v1/rooms",
            "POST /v1/rooms",
            "POST /v1/rooms/import",
            "GET /v1/rooms/{}",
            "PATCH /v1/rooms/{}",
            "POST /v1/rooms/{}/unenroll",
            "GET /v1/room-groups",
            "POST /v1/room-groups",
            "GET /v1/room-groups/{}",
            "PATCH /v1/room-groups/{}",
            "DELETE /v1/room-groups/{}",
            "PUT /v1/room-groups/{}/rooms/{}",
            "DELETE /v1/room-groups/{}/rooms/{}",
            "GET /v1/delegations/{}",
            "PUT /v1/delegations/{}",
            "GET /v1/audit/events",
            "GET /v1/audit/export");

    private static Response get(String path) {
        return Actor.anonymous(Deployment.current()).get(path);
    }

    private static JsonNode document() throws Exception {
        Response answer = get("/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body().asString());
    }

    private record Operation(String name, JsonNode node) {

        List<String> neededAnswers() {
            List<String> statuses = new ArrayList<>(List.of("401", "429", "503"));
            if (name.matches("(POST|PATCH) .*")) {
                statuses.addAll(List.of("400", "403"));
            }
            if (name.matches("(PUT|PATCH|DELETE) .*")) {
                statuses.addAll(List.of("403", "404", "412", "428"));
            }
            if (name.startsWith("POST /v1/access/")) {
                statuses.remove("403");
            }
            if (!name.contains("{}")) {
                statuses.remove("404");
            }
            return statuses;
        }
    }

    private static List<Operation> operations() throws Exception {
        List<Operation> all = new ArrayList<>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        String name = method.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                                + path.getKey().replaceAll("\\{[^}]*}", "{}");
                        all.add(new Operation(name, method.getValue()));
                    }
                }));
        return all;
    }

    @Test
    void shouldDescribeEveryOperationOfTheContract() throws Exception {
        assertThat(document().path("openapi").asText()).startsWith("3.1");
        assertThat(operations().stream().map(Operation::name))
                .containsAll(OPERATIONS)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldDescribeNoStubs() throws Exception {
        assertThat(operations().stream().map(Operation::name)).isSubsetOf(OPERATIONS);
    }

    @Test
    void shouldDescribeEachOperationInFull() throws Exception {
        JsonNode document = document();
        List<String> missing = new ArrayList<>();
        for (Operation operation : operations()) {
            JsonNode node = operation.node();
            Stream.of("operationId", "summary", "description")
                    .filter(field -> node.path(field).asText().isBlank())
                    .forEach(field -> missing.add(operation.name() + ": " + field));
            if (node.path("tags").isEmpty()) {
                missing.add(operation.name() + ": tags");
            }
            if (!node.has("security") && !document.has("security")) {
                missing.add(operation.name() + ": security");
            }
            operation.neededAnswers().stream()
                    .filter(status -> !node.path("responses").has(status))
                    .forEach(status -> missing.add(operation.name() + ": " + status));
        }

        assertThat(missing).isEmpty();
        assertThat(operations().stream()
                        .map(operation -> operation.node().path("operationId").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldDescribeWhatEachOperationTakesAndGives() throws Exception {
        JsonNode document = document();
        List<String> missing = new ArrayList<>();
        for (Operation operation : operations()) {
            operation.node().path("responses").properties().forEach(answer -> {
                boolean empty = answer.getKey().equals("204") || answer.getKey().equals("304");
                if (!empty && schemas(document, answer.getValue()).isEmpty()) {
                    missing.add(operation.name() + ": schema of " + answer.getKey());
                }
            });
            JsonNode body = operation.node().path("requestBody");
            if (!body.isMissingNode() && schemas(document, body).isEmpty()) {
                missing.add(operation.name() + ": schema of the body");
            }
        }

        assertThat(missing).isEmpty();
    }

    private static List<JsonNode> schemas(JsonNode document, JsonNode described) {
        JsonNode resolved = described.has("$ref")
                ? document.at(described.path("$ref").asText().substring(1))
                : described;
        return resolved.path("content").findValues("schema");
    }

    @Test
    void shouldReferToNothingThatIsMissing() throws Exception {
        JsonNode document = document();

        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        assertThat(document.path("components").path("securitySchemes")).isNotEmpty();
    }

    @Test
    void shouldDescribeTheSameInYaml() throws Exception {
        Response yaml = get("/openapi.yaml");

        assertThat(yaml.contentType()).contains("yaml");
        assertThat(new YAMLMapper().readTree(yaml.body().asString())).isEqualTo(document());
        assertThat(get("/openapi").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalid-request",
                "invalid-cursor",
                "unauthenticated",
                "forbidden",
                "not-found",
                "method-not-allowed",
                "not-acceptable",
                "request-in-progress",
                "domain-taken",
                "issuer-taken",
                "partner-not-available",
                "invitation-exists",
                "relationship-exists",
                "invitation-not-pending",
                "relationship-not-active",
                "last-primary-admin",
                "role-name-taken",
                "built-in-role",
                "precondition-failed",
                "payload-too-large",
                "unsupported-media-type",
                "idempotency-key-reused",
                "precondition-required",
                "quota-exceeded",
                "service-unavailable",
                "bad-gateway",
                "gateway-timeout"
            })
    void shouldSayWhatAProblemMeansAndWhatToDo(String slug) {
        Response page =
                Actor.anonymous(Deployment.current()).accept("text/html").get("/problems/" + slug);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.body().asString()).contains(slug).hasSizeGreaterThan(300);
    }

    @Test
    void shouldKnowNoOtherProblem() {
        assertThat(get("/problems/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldShowTheReference() {
        Response page =
                Actor.anonymous(Deployment.current()).redirects().follow(true).get("/docs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started"})
    void shouldTellItsHealth(String path) {
        Response answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("status")).isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui",
                "/q/dev-ui",
                "/q/info",
                "/q/healthx",
                "/v1/q/health",
                "/rooms/q/health",
                "/nothing",
                "/actuator"
            })
    void shouldShowNothingElse(String path) {
        assertThat(get(path).statusCode()).isIn(401, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi.yaml", "/docs", "/docs/scalar.js"})
    void shouldSpareWhoHasAPageAlready(String path) {
        Response first = get(path);
        Response again = Actor.anonymous(Deployment.current())
                .header("If-None-Match", first.header("ETag"))
                .get(path);

        assertThat(first.header("Vary")).containsIgnoringCase("accept-encoding");
        assertThat(again.statusCode()).isEqualTo(304);
    }
}
