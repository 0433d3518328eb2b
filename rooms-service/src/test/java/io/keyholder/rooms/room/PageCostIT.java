package io.keyholder.rooms.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyholder.access.AccessScope;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Scope;
import io.keyholder.rooms.reach.model.Reach;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.sql.Sql;
import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.PostgresBackend;
import io.keyholder.web.list.NamedOrder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A page reads as many rows with a hundred thousand rooms as with a thousand, whichever way leads to them: PostgreSQL says
 * itself how many it read.
 */
class PageCostIT {
    private static final int LIMIT = 51;
    private static final NamedOrder BY_NAME = NamedOrder.NAMES;
    private static final Customer FEW = new Customer(Ids.next(), Ids.next(), Ids.next(), 1_000);
    private static final Customer MANY = new Customer(Ids.next(), Ids.next(), Ids.next(), 100_000);
    private static final JsonMapper JSON = new JsonMapper();

    private static Database database;

    /** A customer, of whose rooms half are in one group, and some ten in another. */
    private record Customer(UUID id, UUID half, UUID some, int rooms) {}

    /** The ways that lead to a partner's rooms. */
    private enum Way {
        ALL {
            @Override
            Reach reach(Customer of, List<UUID> ids) {
                return Reach.delegated(of.id(), AccessScope.everything(), Scope.all());
            }
        },
        LARGE_GROUP {
            @Override
            Reach reach(Customer of, List<UUID> ids) {
                return Reach.delegated(
                        of.id(), AccessScope.everything(), Scope.selected(List.of(), List.of(of.half())));
            }
        },
        FEW_ROOMS {
            @Override
            Reach reach(Customer of, List<UUID> ids) {
                return Reach.delegated(of.id(), AccessScope.everything(), Scope.selected(ids, List.of()));
            }
        },
        SMALL_ROLE_IN_LARGE_GROUP {
            @Override
            Reach reach(Customer of, List<UUID> ids) {
                return Reach.delegated(
                        of.id(),
                        new AccessScope(false, Set.of(), Set.of(of.some())),
                        Scope.selected(List.of(), List.of(of.half())));
            }
        },
        LARGE_ROLE_IN_SMALL_GROUP {
            @Override
            Reach reach(Customer of, List<UUID> ids) {
                return Reach.delegated(
                        of.id(),
                        new AccessScope(false, Set.of(), Set.of(of.half())),
                        Scope.selected(List.of(), List.of(of.some())));
            }
        };

        abstract Reach reach(Customer of, List<UUID> ids);
    }

    @BeforeAll
    static void aSmallAndALargeCustomer() throws IOException {
        database = PostgresBackend.shared().createDatabase("rooms");
        try (InputStream migration =
                PageCostIT.class.getResourceAsStream("/db/service/V1000__rooms_groups_and_delegations.sql")) {
            database.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
        fill(FEW);
        fill(MANY);
        database.execute("analyze");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void shouldReadNoMoreRowsOfManyRoomsThanOfFew(Way way) throws Exception {
        long few = firstPage(way, FEW);
        long many = firstPage(way, MANY);

        assertThat(many)
                .as("rows read of %d rooms, %d of %d", MANY.rooms(), few, FEW.rooms())
                .isLessThanOrEqualTo(few + few / 2);
        assertThat(many).isLessThan(12L * LIMIT);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void shouldReadNoMoreRowsForALaterPage(Way way) throws Exception {
        List<String> after = List.of("room 0090000", new UUID(0, 0).toString());

        assertThat(rowsRead(statement(filter(way, MANY, Set.of(), BY_NAME), after), way))
                .isLessThan(12L * LIMIT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"ALL", "LARGE_GROUP"})
    void shouldWalkAlongAnIndexInEveryOrder(Way way) throws Exception {
        for (boolean byName : List.of(true, false)) {
            for (boolean descending : List.of(false, true)) {
                RoomFilter filter = filter(way, MANY, Set.of(), new NamedOrder(byName, descending));

                assertThat(firstPage(filter, way))
                        .as("by name: %s, descending: %s", byName, descending)
                        .isLessThan(12L * LIMIT);
            }
        }
    }

    @Test
    void shouldFindARareCountryWithoutAWalkThroughAllOthers() throws Exception {
        RoomFilter filter = filter(Way.ALL, MANY, Set.of("IS", "DE"), BY_NAME);

        assertThat(firstPage(filter, Way.ALL)).isLessThan(12L * LIMIT);
    }

    @Test
    void shouldReadAPageOfEachOfSeveralCustomersAndNoMore() throws Exception {
        RoomFilter filter = new RoomFilter(
                List.of(Way.ALL.reach(FEW, List.of()), Way.LARGE_GROUP.reach(MANY, List.of())),
                Set.of(),
                Set.of(),
                Set.of(Room.Status.ACTIVE),
                Optional.empty(),
                Optional.empty(),
                BY_NAME);

        assertThat(firstPage(filter, Way.ALL)).isLessThan(20L * LIMIT);
    }

    private static long firstPage(Way way, Customer customer) throws Exception {
        return firstPage(filter(way, customer, Set.of(), BY_NAME), way);
    }

    private static long firstPage(RoomFilter filter, Way way) throws Exception {
        return rowsRead(statement(filter, List.of()), way);
    }

    private static RoomFilter filter(Way way, Customer customer, Set<String> countries, NamedOrder order)
            throws SQLException {
        return new RoomFilter(
                List.of(way.reach(customer, someRooms(customer))),
                countries,
                Set.of(),
                Set.of(Room.Status.ACTIVE),
                Optional.empty(),
                Optional.empty(),
                order);
    }

    private static Sql statement(RoomFilter filter, List<String> after) {
        Map<UUID, Long> sizes = Map.of(FEW.half(), 500L, FEW.some(), 10L, MANY.half(), 50_000L, MANY.some(), 10L);
        return new RoomStatement(filter, sizes).page(after, LIMIT);
    }

    /** How many rows the plan reads, whether PostgreSQL knows the parameters as it plans or plans for any. */
    private static long rowsRead(Sql sql, Way way) throws Exception {
        return Math.max(rowsRead("auto", sql, way), rowsRead("force_generic_plan", sql, way));
    }

    /** How many rows all scans of the plan gave out or looked at in vain. */
    private static long rowsRead(String mode, Sql sql, Way way) throws Exception {
        JsonNode plan = explain(mode, sql);
        List<JsonNode> nodes = new ArrayList<>();
        flatten(plan, nodes);
        assertThat(nodes)
                .as(() -> "a way through the whole table: " + plan.toPrettyString())
                .noneMatch(node -> node.path("Node Type").asText().equals("Seq Scan"));
        long rows = 0;
        for (JsonNode node : nodes) {
            if (node.path("Node Type").asText().contains("Scan")) {
                double each = node.path("Actual Rows").asDouble()
                        + node.path("Rows Removed by Filter").asDouble()
                        + node.path("Rows Removed by Index Recheck").asDouble();
                rows += Math.round(each * node.path("Actual Loops").asDouble());
            }
        }
        assertThat(rows).as("rows by way of " + way).isPositive();
        return rows;
    }

    private static void flatten(JsonNode plan, List<JsonNode> nodes) {
        nodes.add(plan);
        plan.path("Plans").forEach(child -> flatten(child, nodes));
    }

    private static JsonNode explain(String mode, Sql sql) throws SQLException, IOException {
        List<Object> values = new ArrayList<>();
        String prepared = Pattern.compile(":(p\\d+)").matcher(sql.text()).replaceAll(name -> {
            values.add(sql.parameters().get(name.group(1)));
            return Matcher.quoteReplacement("$" + values.size());
        });
        String types = values.stream().map(PageCostIT::typeOf).collect(Collectors.joining(", "));
        String literals = values.stream().map(PageCostIT::literal).collect(Collectors.joining(", "));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = " + mode);
            statement.execute("prepare page (" + types + ") as " + prepared);
            try (ResultSet row =
                    statement.executeQuery("explain (analyze, format json) execute page (" + literals + ")")) {
                row.next();
                return JSON.readTree(row.getString(1)).path(0).path("Plan");
            }
        }
    }

    private static String typeOf(Object value) {
        return switch (value) {
            case UUID[] ids -> "uuid[]";
            case String[] texts -> "text[]";
            case UUID id -> "uuid";
            case Integer number -> "integer";
            case OffsetDateTime time -> "timestamptz";
            default -> "text";
        };
    }

    private static String literal(Object value) {
        return value instanceof Object[] values
                ? Stream.of(values).map(Object::toString).collect(Collectors.joining(",", "'{", "}'"))
                : "'" + value + "'";
    }

    private static List<UUID> someRooms(Customer customer) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id from room where tenant_id = '" + customer.id() + "' order by id limit 20")) {
            List<UUID> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    private static void fill(Customer customer) {
        String rooms = """
                insert into room (id, tenant_id, name, country, status, created_at, version)
                select gen_random_uuid(), '%s', 'Room ' || lpad(n::text, 7, '0'),
                       case when n %% %d = 0 then 'IS' when n %% 3 = 0 then 'DE' else 'US' end, 'ACTIVE',
                       timestamptz '2026-01-01Z' + n * interval '1 second', 1
                from generate_series(1, %d) n
                """.formatted(customer.id(), customer.rooms() / 5, customer.rooms());
        String groups = "insert into room_group (id, tenant_id, name, version) values ('%s', '%s', 'Half', 1),"
                        .formatted(customer.half(), customer.id())
                + " ('%s', '%s', 'Some', 1)".formatted(customer.some(), customer.id());
        database.execute(rooms + ";" + groups + ";" + members(customer, customer.half(), 2) + ";"
                + members(customer, customer.some(), customer.rooms() / 10));
    }

    private static String members(Customer customer, UUID group, int every) {
        return """
                insert into room_group_member (room_id, group_id, status, name_key, created_at)
                select id, '%s', status, name_key, created_at from room
                where tenant_id = '%s' and extract(epoch from created_at)::bigint %% %d = 0
                """.formatted(group, customer.id(), every);
    }
}
