package io.keyholder.rbac;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.DelegationState;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.RoomState;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.TenantState;
import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.events.Published;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the other services would say of tenants, relationships and rooms, and requests of their users. Each request brings the
 * last change's consistency token, so that it sees that change.
 */
final class World implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);

    private static final String TOKEN = "Keyholder-Consistency";

    private final TestIssuer issuer;
    private final Database database;
    private final Published published;
    private final AtomicReference<String> seen = new AtomicReference<>();

    World(TestIssuer issuer, KafkaBackend kafka, Database database) {
        this.issuer = issuer;
        this.database = database;
        this.published = Published.on(kafka);
        published.keepBeating("tenant-relationship-service");
    }

    Published published() {
        return published;
    }

    /** A tenant whose tokens are taken and whose built-in roles are there. */
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
        // The first one waits until the service reads its topics.
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            Response roles = admin(id).get("/v1/roles");
            return roles.statusCode() == 200 && roles.path("items.size()").equals(4);
        });
        return id;
    }

    /** A relationship that was accepted and whose first Primary admins are known. */
    Relationship relationship(UUID customer, UUID partner, String... primaryAdmins) {
        Relationship relationship = Relationship.between(customer, partner, null);
        accept(relationship, primaryAdmins);
        return relationship;
    }

    /** The relationship as its owner tells it, then the acceptance that established it. */
    void accept(Relationship relationship, String... primaryAdmins) {
        tell(relationship, RelationshipState.Status.ACTIVE);
        published.states(relationship.accepted(primaryAdmins));
        await().atMost(SOON)
                .until(() -> user(relationship.partner(), primaryAdmins[0])
                                .get("/v1/roles?relationshipId=" + relationship.id())
                                .statusCode()
                        == 200);
    }

    void tell(Relationship relationship, RelationshipState.Status status) {
        published.states(relationship.state(status));
    }

    /** Each returns when the service has taken it. */
    UUID group(UUID tenant) {
        UUID id = Ids.next();
        take("known_room_group", "id", new RoomGroupState(id, tenant, RoomGroupState.Status.ACTIVE));
        return id;
    }

    UUID room(UUID tenant, UUID... groups) {
        UUID id = Ids.next();
        take("known_room", "id", new RoomState(id, tenant, Arrays.asList(groups), RoomState.Status.ACTIVE));
        return id;
    }

    void delegate(Relationship relationship, Scope scope) {
        DelegationState.Status status = DelegationState.Status.ACTIVE;
        take(
                "known_delegation",
                "relationship_id",
                new DelegationState(
                        relationship.id(), relationship.customer(), relationship.partner(), scope, status, List.of()));
    }

    private void take(String table, String key, AggregateState state) {
        Sequence sequence = published.state(state);
        String condition = key + " = '" + state.id() + "' and (epoch, version) >= (" + sequence.epoch() + ", "
                + sequence.version() + ")";
        await().atMost(SOON).until(() -> count(table, condition) == 1);
    }

    /** How many rows there are in the service's database. */
    int count(String table, String condition) {
        return database.number("select count(*) from " + table + " where " + condition);
    }

    RequestSpecification admin(UUID tenant) {
        return as(TokenSpec.of("root").tenant(tenant.toString()).groups().roles("global-admin"));
    }

    RequestSpecification user(UUID tenant, String name, String... groups) {
        return as(TokenSpec.of(name).tenant(tenant.toString()).groups(groups));
    }

    RequestSpecification as(TokenSpec token) {
        return given().auth()
                .oauth2(issuer.token(token))
                .urlEncodingEnabled(false)
                .filter((request, response, context) -> {
                    Optional.ofNullable(seen.get()).ifPresent(last -> request.header(TOKEN, last));
                    Response answer = context.next(request, response);
                    Optional.ofNullable(answer.header(TOKEN)).ifPresent(seen::set);
                    return answer;
                });
    }

    @Override
    public void close() {
        published.close();
    }

    /** Makes a role in a relationship (or, without one, in the own tenant), and answers its path. */
    static String role(RequestSpecification by, UUID relationship, String name, String... permissions) {
        Map<String, Object> role = new HashMap<>(Map.of("name", name, "permissions", List.of(permissions)));
        if (relationship != null) {
            role.put("relationshipId", relationship);
        }
        return json(by, role).post("/v1/roles").then().statusCode(201).extract().header("Location");
    }

    /** The path of a tenant's own built-in role. */
    String builtIn(UUID tenant, String key) {
        return "/v1/roles/" + admin(tenant).get("/v1/roles?key=" + key).path("items[0].id");
    }

    /** Assigns the role and answers the assignment's path. */
    static String assign(RequestSpecification by, String role, Map<String, Object> scope, Object... members) {
        return json(by, assignment(scope, members))
                .post(role + "/assignments")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    static RequestSpecification json(RequestSpecification request, Object body) {
        return request.contentType(ContentType.JSON).body(body);
    }

    static RequestSpecification patch(RequestSpecification request, String ifMatch, Object body) {
        return request.contentType("application/merge-patch+json")
                .header("If-Match", ifMatch)
                .body(body);
    }

    static Map<String, Object> user(String id) {
        return Map.of("type", "USER", "id", id);
    }

    static Map<String, Object> group(String id) {
        return Map.of("type", "GROUP", "id", id);
    }

    static Map<String, Object> all() {
        return Map.of("type", "ALL");
    }

    static Map<String, Object> groups(UUID... ids) {
        return Map.of("type", "SELECTED", "roomGroupIds", List.of(ids));
    }

    static Map<String, Object> rooms(UUID... ids) {
        return Map.of("type", "SELECTED", "roomIds", List.of(ids));
    }

    static Map<String, Object> assignment(Map<String, Object> scope, Object... members) {
        return Map.of("name", "Some", "scope", scope, "members", List.of(members));
    }

    /** A relationship with the ids that its acceptance mints. */
    record Relationship(
            UUID id,
            UUID customer,
            UUID partner,
            UUID invitation,
            UUID primaryAdminRole,
            UUID firstAssignment,
            List<String> ceiling) {

        static Relationship between(UUID customer, UUID partner, List<String> ceiling) {
            return new Relationship(Ids.next(), customer, partner, Ids.next(), Ids.next(), Ids.next(), ceiling);
        }

        RelationshipState state(RelationshipState.Status status) {
            return new RelationshipState(id, customer, partner, status, invitation, Instant.now(), ceiling, List.of());
        }

        InvitationState accepted(String... primaryAdmins) {
            return new InvitationState(
                    invitation,
                    customer,
                    partner,
                    "partner.example",
                    InvitationState.Status.ACCEPTED,
                    Scope.all(),
                    ceiling,
                    Instant.now(),
                    Instant.now().plusSeconds(3600),
                    new InvitationState.Acceptance(
                            id,
                            primaryAdminRole,
                            firstAssignment,
                            Arrays.stream(primaryAdmins)
                                    .map(name ->
                                            new NamedPrincipal(partner, Principal.Type.USER, name, name + " the admin"))
                                    .toList(),
                            Instant.now()));
        }
    }
}
