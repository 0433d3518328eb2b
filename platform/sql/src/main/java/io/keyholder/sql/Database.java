package io.keyholder.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Runs statements in the caller's transaction, or each by itself where there is none. Failures of the database come out as
 * {@link org.jdbi.v3.core.JdbiException} with their cause.
 */
@ApplicationScoped
public class Database {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Jdbi jdbi;

    Database(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All rows. */
    public <T> List<T> list(Sql sql, Function<Row, T> read) {
        return jdbi.withHandle(handle -> bound(handle.createQuery(sql.text()), sql)
                .map((result, context) -> read.apply(new Row(result)))
                .list());
    }

    /** The first row; empty when there is none. */
    public <T> Optional<T> first(Sql sql, Function<Row, T> read) {
        return list(sql, read).stream().findFirst();
    }

    /**
     * The one row that there must be, such as a count.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    public <T> T one(Sql sql, Function<Row, T> read) {
        return first(sql, read).orElseThrow();
    }

    /** @return how many rows were written */
    public int update(Sql sql) {
        return jdbi.withHandle(
                handle -> bound(handle.createUpdate(sql.text()), sql).execute());
    }

    /** One statement with many parameters, in their order and in one round trip; all have the same text. */
    public void updateAll(List<Sql> all) {
        if (all.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(all.getFirst().text());
            all.forEach(sql -> {
                sql.parameters().forEach(batch::bind);
                batch.add();
            });
            batch.execute();
        });
    }

    /** Waits for the lock of that key, and holds it until the transaction ends. */
    public void lock(long key) {
        one(
                Sql.of("select 1 as locked from pg_advisory_xact_lock(:key)").bind("key", key),
                row -> row.number("locked"));
    }

    /** The same for a name. Two that share a key by chance wait for each other, no more. */
    public void lock(String name) {
        one(
                Sql.of("select 1 as locked from pg_advisory_xact_lock(hashtextextended(:name, 0))")
                        .bind("name", name),
                row -> row.number("locked"));
    }

    /**
     * Streams rows in the order of their ids, a batch at a time.
     *
     * @param after makes the statement for the batch after an id
     * @param idOf of what was read
     */
    public <T> Stream<T> all(Function<UUID, Sql> after, Function<Row, T> read, Function<T, UUID> idOf) {
        return Stream.iterate(
                        list(after.apply(BEFORE_ALL), read),
                        rows -> !rows.isEmpty(),
                        rows -> list(after.apply(idOf.apply(rows.getLast())), read))
                .flatMap(List::stream);
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Sql sql) {
        sql.parameters().forEach(statement::bind);
        return statement;
    }
}
