package io.keyholder.rbac.escalation;

import static org.awaitility.Awaitility.await;

import io.keyholder.access.Permission;
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
import io.keyholder.rbac.escalation.Model.Named;
import io.keyholder.rbac.escalation.Model.Person;
import io.keyholder.testing.events.Published;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A context of its own for one sequence: what the other services tell of it, until {@link #settle} perhaps not taken yet. */
final class Scene {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String KNOWN = "select from %s where %s = ? and (epoch, version) >= (?, ?)";

    final UUID customer = Ids.next();
    final UUID members;
    final UUID relationship = Ids.next();
    final UUID firstAssignment = Ids.next();
    final UUID primaryAdminRole = Ids.next();
    final Instant beginning = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Published published;
    private final Connection database;
    private final String issuer;
    private final Optional<Set<Permission>> firstCeiling;
    private final Set<String> primaryAdmins;
    private final UUID invitation = Ids.next();
    private final List<Callable<Boolean>> awaited = new ArrayList<>();

    Scene(
            Published published,
            Connection database,
            String issuer,
            boolean own,
            Optional<Set<Permission>> firstCeiling,
            Set<String> primaryAdmins) {
        this.published = published;
        this.database = database;
        this.issuer = issuer;
        this.members = own ? customer : Ids.next();
        this.firstCeiling = firstCeiling;
        this.primaryAdmins = primaryAdmins;
    }

    boolean isOwn() {
        return members.equals(customer);
    }

    UUID context() {
        return isOwn() ? customer : relationship;
    }

    void open() {
        tenant(customer);
        if (!isOwn()) {
            tenant(members);
            published.states(state(false, firstCeiling), accepted());
        }
        awaited.add(() -> exists("select from role where context_id = ? offset 3", customer));
        if (!isOwn()) {
            awaited.add(() -> exists("select from assignment where id = ?", firstAssignment));
        }
    }

    private void tenant(UUID id) {
        published.states(new TenantState(
                id,
                "Tenant",
                List.of("t" + id + ".example"),
                List.of(new TenantState.Issuer(issuer, true)),
                true,
                TenantState.Status.ACTIVE,
                beginning));
    }

    void acceptAgain() {
        published.states(accepted());
    }

    UUID group() {
        return groupOf(customer);
    }

    void room(UUID id, Set<String> groups) {
        roomOf(customer, id, ids(groups));
    }

    /** A room and its group. */
    Named ofAnotherTenant() {
        UUID another = Ids.next();
        UUID group = groupOf(another);
        UUID room = Ids.next();
        roomOf(another, room, List.of(group));
        return new Named(false, Set.of(room.toString()), Set.of(group.toString()));
    }

    private UUID groupOf(UUID tenant) {
        UUID id = Ids.next();
        tell("known_room_group", "id", new RoomGroupState(id, tenant, RoomGroupState.Status.ACTIVE));
        return id;
    }

    private void roomOf(UUID tenant, UUID id, List<UUID> groups) {
        tell("known_room", "id", new RoomState(id, tenant, groups, RoomState.Status.ACTIVE));
    }

    void delegate(Named scope) {
        tell(
                "known_delegation",
                "relationship_id",
                new DelegationState(
                        relationship, customer, members, scope(scope), DelegationState.Status.ACTIVE, List.of()));
    }

    /** Whether the decisions have heard of it too, the caller awaits. */
    void relationship(boolean suspended, Optional<Set<Permission>> ceiling) {
        tell("context", "id", state(suspended, ceiling));
    }

    static Scope scope(Named named) {
        return named.all() ? Scope.all() : Scope.selected(ids(named.rooms()), ids(named.groups()));
    }

    private static List<UUID> ids(Set<String> ids) {
        return ids.stream().map(UUID::fromString).toList();
    }

    /** An hour of the model as a time; null where it begins or never ends. */
    String timeOf(int hour) {
        return hour == 0 || hour > Model.EVER_AFTER
                ? null
                : beginning.plus(Duration.ofHours(hour)).toString();
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(condition);
    }

    /** Everybody of the members' tenant, and the customer's administrator. */
    List<Person> people() {
        return List.of(
                new Person("paul", Set.of(), Person.Kind.MEMBER),
                new Person("bob", Set.of(), Person.Kind.MEMBER),
                new Person("cleo", Set.of("leads"), Person.Kind.MEMBER),
                new Person("dan", Set.of("night", "leads"), Person.Kind.MEMBER),
                // Is called as a group is, and is not that group.
                new Person("night", Set.of(), Person.Kind.MEMBER),
                new Person("gina", Set.of(), Person.Kind.GLOBAL_ADMIN),
                new Person("root", Set.of(), isOwn() ? Person.Kind.GLOBAL_ADMIN : Person.Kind.CUSTOMER));
    }

    private void tell(String table, String key, AggregateState state) {
        Sequence sequence = published.state(state);
        awaited.add(() -> exists(KNOWN.formatted(table, key), state.id(), sequence.epoch(), sequence.version()));
    }

    /** Until the service has taken all that it was told. */
    void settle() {
        awaited.forEach(Scene::until);
        awaited.clear();
    }

    boolean exists(String query, Object... parameters) {
        try (PreparedStatement statement = database.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private RelationshipState state(boolean suspended, Optional<Set<Permission>> ceiling) {
        return new RelationshipState(
                relationship,
                customer,
                members,
                suspended ? RelationshipState.Status.SUSPENDED : RelationshipState.Status.ACTIVE,
                invitation,
                beginning,
                names(ceiling),
                List.of());
    }

    private static @Nullable List<String> names(Optional<Set<Permission>> ceiling) {
        return ceiling.map(most ->
                        most.stream().map(Permission::permissionName).sorted().toList())
                .orElse(null);
    }

    private InvitationState accepted() {
        return new InvitationState(
                invitation,
                customer,
                members,
                "partner.example",
                InvitationState.Status.ACCEPTED,
                Scope.all(),
                names(firstCeiling),
                beginning,
                beginning.plus(Duration.ofDays(1)),
                new InvitationState.Acceptance(
                        relationship,
                        primaryAdminRole,
                        firstAssignment,
                        primaryAdmins.stream().map(this::named).toList(),
                        beginning));
    }

    private NamedPrincipal named(String principal) {
        String[] parts = principal.split(":", 2);
        return new NamedPrincipal(members, Principal.Type.valueOf(parts[0]), parts[1], null);
    }

    Set<String> primaryAdmins() {
        return new HashSet<>(primaryAdmins);
    }
}
