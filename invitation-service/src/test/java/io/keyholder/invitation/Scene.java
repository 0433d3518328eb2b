package io.keyholder.invitation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.keyholder.access.BuiltInRole;
import io.keyholder.access.Permission;
import io.keyholder.contracts.AssignmentState;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RoleState;
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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Tenants, their people and their rooms, as the other services would announce them, and what those people ask for. */
final class Scene implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant LONG_FROM_NOW = Instant.now().plus(Duration.ofDays(60));

    record Org(UUID id, String name, String domain) {}

    private final Published published;
    private final TestIssuer issuer;
    private final Database database;

    Scene(KafkaBackend kafka, Database database, TestIssuer issuer) {
        this.published = Published.on(kafka);
        // An acceptance needs to know that nothing was taken from the partner since.
        published.keepBeating("tenant-relationship-service", "rbac-service");
        this.database = database;
        this.issuer = issuer;
    }

    @Override
    public void close() {
        published.close();
    }

    Published published() {
        return published;
    }

    /** An active tenant that can be invited. */
    Org tenant(String name) {
        UUID id = Ids.next();
        Org org = new Org(id, name, name.toLowerCase(Locale.ROOT) + "-" + id + ".example");
        register(org, true, TenantState.Status.ACTIVE);
        await().atMost(SOON).until(() -> plain(org).get("/v1/invitations").statusCode() == 200);
        return org;
    }

    void register(Org org, boolean eligible, TenantState.Status status) {
        register(org, List.of(org.domain()), eligible, status);
    }

    void register(Org org, List<String> domains, boolean eligible, TenantState.Status status) {
        published.state(new TenantState(
                org.id(),
                org.name(),
                domains,
                List.of(new TenantState.Issuer(issuer.issuer(), true)),
                eligible,
                status,
                Instant.EPOCH));
    }

    /** Gives a user a built-in role in the tenant's own context. */
    void assign(Org org, BuiltInRole role, String user) {
        RoleState state = new RoleState(
                Ids.next(),
                org.id(),
                null,
                role.key(),
                role.displayName(),
                role.permissions().stream().map(Permission::permissionName).toList(),
                RoleState.Status.ACTIVE,
                List.of());
        Sequence version = published.state(state);
        published.state(new AssignmentState(
                Ids.next(),
                state.id(),
                version,
                org.id(),
                null,
                List.of(new Principal(org.id(), Principal.Type.USER, user)),
                Scope.all(),
                null,
                null,
                AssignmentState.Status.ACTIVE,
                List.of()));
    }

    /** Gives the role, and returns once the service knows by this: the user can read the path. */
    void assign(Org org, BuiltInRole role, String user, String path) {
        assign(org, role, user);
        await().atMost(SOON).until(() -> as(org, TokenSpec.of(user)).get(path).statusCode() == 200);
    }

    RequestSpecification user(Org org, String user, String... groups) {
        return as(org, TokenSpec.of(user).groups(groups));
    }

    RequestSpecification admin(Org org) {
        return as(org, TokenSpec.of("ada").roles("global-admin"));
    }

    /** Somebody without any role. */
    RequestSpecification plain(Org org) {
        return as(org, TokenSpec.of("norma"));
    }

    RequestSpecification as(Org org, TokenSpec who) {
        return given().auth()
                .oauth2(issuer.token(who.tenant(org.id().toString()).expiresAt(LONG_FROM_NOW)));
    }

    /** A room that is in these groups. */
    RoomState room(Org org, RoomGroupState... groups) {
        List<UUID> ids = Stream.of(groups).map(RoomGroupState::id).toList();
        RoomState room = new RoomState(Ids.next(), org.id(), ids, RoomState.Status.ACTIVE);
        published.state(room);
        awaitRow("known_object where id = ? and active", room.id());
        return room;
    }

    RoomGroupState group(Org org) {
        RoomGroupState group = new RoomGroupState(Ids.next(), org.id(), RoomGroupState.Status.ACTIVE);
        published.state(group);
        awaitRow("known_object where id = ? and active", group.id());
        return group;
    }

    /** @param where a table and a condition on an id */
    void awaitRow(String where, UUID id) {
        await().atMost(SOON).until(() -> {
            try (Connection connection = database.connect();
                    PreparedStatement statement = connection.prepareStatement("select 1 from " + where)) {
                statement.setObject(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** What comes of an acceptance, in this status, heard by the service. */
    void relationship(UUID id, Org customer, Org partner, UUID invitation, RelationshipState.Status status) {
        Sequence sequence = published.state(new RelationshipState(
                id, customer.id(), partner.id(), status, invitation, Instant.EPOCH, null, List.of()));
        awaitRow("known_relationship where id = ? and version = " + sequence.version(), id);
    }

    static UUID idOf(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    /** What a customer can offer, to be changed by the test. */
    static Map<String, Object> offer(String domain) {
        Map<String, Object> offer = new HashMap<>();
        offer.put("partnerDomain", domain);
        offer.put("expiresInDays", 14);
        offer.put("roomScope", Map.of("type", "ALL"));
        offer.put("termsAccepted", true);
        return offer;
    }

    static Map<String, Object> selected(List<UUID> rooms, List<UUID> groups) {
        return Map.of("type", "SELECTED", "roomIds", rooms, "roomGroupIds", groups);
    }

    Response send(Org customer, Map<String, Object> offer) {
        return admin(customer).contentType(ContentType.JSON).body(offer).post("/v1/invitations");
    }

    Response invite(Org customer, Org partner) {
        return send(customer, offer(partner.domain()));
    }

    /** The path of a new invitation. */
    String invited(Org customer, Org partner) {
        return invite(customer, partner).then().statusCode(201).extract().header("Location");
    }

    static Map<String, Object> admins(String... users) {
        return Map.of(
                "primaryAdmins",
                List.of(users).stream()
                        .map(user -> Map.of("type", "USER", "id", user))
                        .toList());
    }

    Response accept(Org partner, String path) {
        return post(admin(partner), path + "/accept", admins("paula"));
    }

    static Response post(RequestSpecification as, String path, Object body) {
        return as.contentType(ContentType.JSON).body(body).post(path);
    }
}
