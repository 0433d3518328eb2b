package io.keyholder.rooms;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.keyholder.access.AccessState;
import io.keyholder.contracts.AssignmentState;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RoleState;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.TenantState;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.events.Published;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Tenants, relationships and roles as the other services would tell of them, and requests in their users' names. */
final class Scenario implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(30);
    static final List<String> PRIMARY_ADMIN =
            List.of("rooms:view", "rooms:modify", "room-groups:view", "roles:view", "roles:modify");

    private static final String[] OTHERS = {"tenant-relationship-service", "rbac-service"};

    private final Published published;
    private final TestIssuer issuer;
    private final AccessState state;

    /** A link between a customer and a partner. */
    record Relationship(UUID id, UUID customer, UUID partner) {}

    Scenario(KafkaBackend kafka, TestIssuer issuer, AccessState state) {
        this.published = Published.on(kafka);
        this.issuer = issuer;
        this.state = state;
        published.keepBeating(OTHERS);
    }

    @Override
    public void close() {
        published.close();
    }

    void hearNothingMore() {
        published.stopBeating();
    }

    UUID tenant(String name) {
        UUID id = Ids.next();
        published.states(new TenantState(
                id,
                name,
                List.of("t" + id + ".example"),
                List.of(new TenantState.Issuer(issuer.issuer(), true)),
                true,
                TenantState.Status.ACTIVE,
                Instant.now()));
        await().atMost(SOON).until(() -> state.tenant(id).isPresent());
        return id;
    }

    /** Established, with its delegation; nobody has a role in it yet. */
    Relationship relationship(UUID customer, UUID partner, Scope scope) {
        Relationship relationship = new Relationship(Ids.next(), customer, partner);
        status(relationship, RelationshipState.Status.ACTIVE);
        accepted(relationship, scope);
        await().atMost(SOON)
                .until(() -> admin(customer)
                                .get("/v1/delegations/" + relationship.id())
                                .statusCode()
                        == 200);
        return relationship;
    }

    /** @return the invitation's id */
    UUID accepted(Relationship relationship, Scope scope) {
        UUID invitation = Ids.next();
        published.states(new InvitationState(
                invitation,
                relationship.customer(),
                relationship.partner(),
                "meridian.example",
                InvitationState.Status.ACCEPTED,
                scope,
                null,
                Instant.now(),
                Instant.now().plus(Duration.ofDays(7)),
                new InvitationState.Acceptance(
                        relationship.id(),
                        Ids.next(),
                        Ids.next(),
                        List.of(new NamedPrincipal(relationship.partner(), Principal.Type.USER, "paul", null)),
                        Instant.now())));
        return invitation;
    }

    void status(Relationship relationship, RelationshipState.Status status) {
        published.states(new RelationshipState(
                relationship.id(),
                relationship.customer(),
                relationship.partner(),
                status,
                Ids.next(),
                Instant.now(),
                null,
                null));
        await().atMost(SOON)
                .until(() -> state.relationship(relationship.id())
                        .map(RelationshipState::status)
                        .filter(status::equals)
                        .isPresent());
    }

    /** Gives a user of the partner the permissions over the scope. */
    void inRelationship(Relationship relationship, String user, Scope scope, List<String> permissions) {
        assign(relationship.customer(), relationship.id(), relationship.partner(), user, scope, permissions);
    }

    /** Gives a user of the tenant the permissions over the scope of its own rooms. */
    void inTenant(UUID tenant, String user, Scope scope, List<String> permissions) {
        assign(tenant, null, tenant, user, scope, permissions);
    }

    private void assign(
            UUID customer, UUID relationship, UUID userTenant, String user, Scope scope, List<String> permissions) {
        UUID role = Ids.next();
        UUID assignment = Ids.next();
        Principal principal = new Principal(userTenant, Principal.Type.USER, user);
        Sequence version = published.state(new RoleState(
                role, customer, relationship, null, "Role of " + user, permissions, RoleState.Status.ACTIVE, null));
        published.states(new AssignmentState(
                assignment,
                role,
                version,
                customer,
                relationship,
                List.of(principal),
                scope,
                null,
                null,
                AssignmentState.Status.ACTIVE,
                null));
        await().atMost(SOON)
                .until(() -> state.assignmentsOf(principal).stream().anyMatch(a -> a.id().equals(assignment)));
        await().atMost(SOON).until(() -> state.role(role).isPresent());
    }

    /** The tenant's Global admin. */
    RequestSpecification admin(UUID tenant) {
        return bearer(TokenSpec.of("admin").tenant(tenant.toString()).roles("global-admin"));
    }

    RequestSpecification user(UUID tenant, String name) {
        return bearer(TokenSpec.of(name).tenant(tenant.toString()));
    }

    String adminToken(UUID tenant) {
        return issuer.token(TokenSpec.of("admin").tenant(tenant.toString()).roles("global-admin"));
    }

    private RequestSpecification bearer(TokenSpec token) {
        return given().auth().oauth2(issuer.token(token));
    }

    UUID room(UUID tenant, String name, String country) {
        return UUID.fromString(admin(tenant)
                .contentType("application/json")
                .body(Map.of("name", name, "location", Map.of("country", country)))
                .post("/v1/rooms")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    UUID group(UUID tenant, String name, UUID... rooms) {
        return UUID.fromString(admin(tenant)
                .contentType("application/json")
                .body(Map.of("name", name, "roomIds", List.of(rooms)))
                .post("/v1/room-groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** Every item of the list, page by page. */
    static List<Map<String, Object>> walk(Supplier<RequestSpecification> as, String path) {
        List<Map<String, Object>> items = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = as.get();
            Response page = cursor == null
                    ? request.get(path)
                    : request.queryParam("cursor", cursor).get(path);
            page.then().statusCode(200);
            items.addAll(page.path("items"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return items;
    }

    static List<String> names(List<Map<String, Object>> items) {
        return items.stream().map(item -> (String) item.get("name")).toList();
    }

    /** A problem without what differs from request to request. */
    static String withoutIds(Response problem) {
        return problem.statusCode()
                + problem.contentType()
                + problem.asString().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
