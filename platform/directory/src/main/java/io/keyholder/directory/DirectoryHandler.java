package io.keyholder.directory;

import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Sequence;
import io.keyholder.directory.DirectoryTables.Table;
import io.keyholder.outbox.EventHandler;
import java.util.UUID;

/** Keeps one kind of what rooms-service owns in its table. What cannot be read covers nothing until it can. */
abstract class DirectoryHandler<S extends AggregateState> implements EventHandler<S> {
    private final Class<S> payload;
    private final DirectoryTables tables;
    private final Table table;

    DirectoryHandler(Class<S> payload, DirectoryTables tables, Table table) {
        this.payload = payload;
        this.tables = tables;
        this.table = table;
    }

    @Override
    public Class<S> payload() {
        return payload;
    }

    @Override
    public void forget(UUID id) {
        flush();
        tables.forget(table, id);
    }

    @Override
    public void forgetBefore(int epoch) {
        tables.forgetBefore(table, epoch);
    }

    @Override
    public void unreadable(String key, EventContext context) {
        flush();
        Ids.parse(key).ifPresent(id -> tables.disable(table, id));
    }

    @Override
    public boolean has(UUID id, Sequence sequence) {
        return tables.has(table, id, sequence);
    }
}
