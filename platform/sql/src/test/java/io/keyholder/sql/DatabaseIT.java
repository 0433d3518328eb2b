package io.keyholder.sql;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyholder.testing.backend.PostgresBackend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseIT {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123456Z");

    private static Database database;

    private enum Color {
        RED,
        BLUE
    }

    private record Thing(UUID id, Optional<String> name) {
        static Thing of(Row row) {
            return new Thing(row.id("id"), row.optionalText("name"));
        }
    }

    @BeforeAll
    static void connect() {
        io.keyholder.testing.backend.Database own = PostgresBackend.shared().createDatabase("sql");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(own.jdbcUrl());
        source.setUser(own.username());
        source.setPassword(own.password());
        database = new Database(new SqlBeans().jdbi(source));
        database.update(Sql.of("""
                create table thing (id uuid primary key, name text collate "C", color text, size int, born timestamptz,
                                    friends uuid[], tags text[])
                """));
    }

    /** Values may be personal data, and what is thrown is logged. */
    @Test
    void shouldNotSayValuesWhenAStatementFails() {
        assertThatThrownBy(() -> database.update(
                        Sql.of("insert into nothing (name) values (:name)").bind("name", "Ada Lovelace")))
                .isInstanceOf(JdbiException.class)
                .extracting(Throwable::getMessage, as(InstanceOfAssertFactories.STRING))
                .doesNotContain("Ada");
    }

    @BeforeEach
    void empty() {
        database.update(Sql.of("delete from thing"));
    }

    private static UUID add(String name) {
        UUID id = UUID.randomUUID();
        database.update(Sql.of("insert into thing (id, name, born) values (:id, :name, :born)")
                .bind("id", id)
                .bind("name", name)
                .bind("born", NOON));
        return id;
    }

    @Test
    void shouldGiveBackWhatItWasGiven() {
        UUID id = UUID.randomUUID();
        UUID friend = UUID.randomUUID();
        database.update(Sql.of("insert into thing values (:id, :name, :color, :size, :born, :friends, :tags)")
                .bind("id", id)
                .bind("name", "it's; -- \"quoted\"")
                .bind("color", Color.BLUE)
                .bind("size", 7)
                .bind("born", NOON)
                .bind("friends", Sql.ids(List.of(friend)))
                .bind("tags", Sql.texts(List.of(Color.RED, Color.BLUE))));

        database.one(Sql.of("select * from thing where id = :id").bind("id", id), row -> {
            assertThat(row.id("id")).isEqualTo(id);
            assertThat(row.text("name")).isEqualTo("it's; -- \"quoted\"");
            assertThat(row.constant("color", Color.class)).isEqualTo(Color.BLUE);
            assertThat(row.optionalInteger("size")).contains(7);
            assertThat(row.optionalNumber("size")).contains(7L);
            assertThat(row.time("born")).isEqualTo(NOON);
            assertThat(row.ids("friends")).containsExactly(friend);
            assertThat(row.texts("tags")).containsExactly("RED", "BLUE");
            assertThat(row.optionalTexts("tags")).contains(List.of("RED", "BLUE"));
            return row;
        });
    }

    @Test
    void shouldTellNullFromNothing() {
        add(null);

        database.one(Sql.of("select * from thing"), row -> {
            assertThat(row.optionalText("name")).isEmpty();
            assertThat(row.optionalNumber("size")).isEmpty();
            assertThat(row.optionalTexts("tags")).isEmpty();
            return row;
        });
        assertThatThrownBy(() -> database.one(Sql.of("select * from thing"), row -> row.number("size")))
                .hasStackTraceContaining("The column size is null");
    }

    @Test
    void shouldPlaceValuesWhereTheyBelong() {
        add("a");
        UUID second = add("b");
        Sql sql = Sql.of("select * from thing where name = ");
        sql.append(sql.value("b")).append(" and id = any(" + sql.valueOf(List.of(second)) + ")");

        assertThat(database.list(sql, Thing::of)).extracting(Thing::id).containsExactly(second);
        assertThat(sql).hasToString("select * from thing where name = :p0 and id = any(:p1)");
    }

    @Test
    void shouldStreamAllRowsInBatches() {
        List<UUID> added = Stream.generate(() -> add("x")).limit(7).toList();

        List<Thing> all = database.all(
                        after -> Sql.of("select * from thing where id > :after order by id limit 3")
                                .bind("after", after),
                        Thing::of,
                        Thing::id)
                .toList();

        assertThat(all).extracting(Thing::id).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void shouldPassOnWhatTheDatabaseRefuses() {
        assertThatThrownBy(() -> database.update(Sql.of("insert into thing (id) values (null)")))
                .isInstanceOf(JdbiException.class)
                .hasRootCauseInstanceOf(org.postgresql.util.PSQLException.class);
    }

    @Nested
    class Pages {

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void shouldGoThroughAllRowsOnce(boolean descending) {
            Random random = new Random(7);
            List<UUID> added = Stream.generate(() -> add("n" + random.nextInt(4)))
                    .limit(20)
                    .toList();
            Keyset order = Keyset.byText("name", descending);

            List<Thing> read = new ArrayList<>();
            List<Thing> page = page(order, List.of());
            while (!page.isEmpty()) {
                read.addAll(page);
                Thing last = page.getLast();
                page = page(order, List.of(last.name().orElseThrow(), last.id().toString()));
            }

            assertThat(read).extracting(Thing::id).containsExactlyInAnyOrderElementsOf(added);
            List<String> names =
                    read.stream().map(thing -> thing.name().orElseThrow()).toList();
            assertThat(descending ? names.reversed() : names).isSorted();
        }

        @Test
        void shouldGoOnAtTheSameTimeByTheId() {
            List<UUID> sorted = database.list(
                    Sql.of("select id from thing where id = any(:ids) order by id")
                            .bind("ids", Sql.ids(List.of(add("a"), add("b")))),
                    row -> row.id("id"));

            List<Thing> second = page(
                    Keyset.byTime("born", false),
                    List.of(NOON.toString(), sorted.getFirst().toString()));

            assertThat(second).extracting(Thing::id).containsExactly(sorted.getLast());
        }

        private List<Thing> page(Keyset order, List<String> last) {
            Sql sql = Sql.of("select * from thing t where true");
            sql.append(order.after("t", "id", last, sql) + order.order("t", "id") + " limit 3");
            return database.list(sql, Thing::of);
        }
    }
}
