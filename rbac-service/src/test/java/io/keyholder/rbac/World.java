package io.keyholder.rbac;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.DelegationState;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.RoomState;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.TenantState;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the other services would say of tenants, relationships and rooms, and requests of their users. */
final class World implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);

    private final TestIssuer issuer;
    private final Published published;

    World(TestIssuer issuer, KafkaBackend kafka) {
        this.issuer = issuer;
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
        await().atMost(SOON).until(() -> {
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

    UUID group(UUID tenant) {
        UUID id = Ids.next();
        published.states(new RoomGroupState(id, tenant, RoomGroupState.Status.ACTIVE));
        return id;
    }

    UUID room(UUID tenant, UUID... groups) {
        UUID id = Ids.next();
        published.states(new RoomState(id, tenant, Arrays.asList(groups), RoomState.Status.ACTIVE));
        return id;
    }

    void delegate(Relationship relationship, Scope scope) {
        published.states(new DelegationState(
                relationship.id(),
                relationship.customer(),
                relationship.partner(),
                scope,
                DelegationState.Status.ACTIVE,
                List.of()));
    }

    RequestSpecification admin(UUID tenant) {
        return as(TokenSpec.of("root").tenant(tenant.toString()).roles("global-admin"));
    }

    RequestSpecification user(UUID tenant, String name, String... groups) {
        return as(TokenSpec.of(name).tenant(tenant.toString()).groups(groups));
    }

    RequestSpecification as(TokenSpec token) {
        return given().auth().oauth2(issuer.token(token)).urlEncodingEnabled(false);
    }

    @Override
    public void close() {
        published.close();
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
                                    .map(name -> new Principal(partner, Principal.Type.USER, name))
                                    .toList(),
                            Instant.now()));
        }
    }
}
