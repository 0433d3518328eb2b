package io.keyholder.drills.fault;

import io.keyholder.drills.history.Lost;
import io.keyholder.localstack.LocalStack;
import java.util.List;

/** A service's database becomes what it was a while ago, under the running service: as by a standby that had not heard of all. */
final class DatabaseRestored implements Fault {
    private final String service;
    private long backedUp;
    private long restored;

    DatabaseRestored(String service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "restore-" + service;
    }

    @Override
    public void prepare(LocalStack stack) {
        String database = stack.databaseOf(service).orElseThrow();
        backedUp = System.nanoTime();
        Sql.close(stack, database);
        Sql.execute(
                stack,
                "postgres",
                "drop database if exists %s_backup".formatted(database),
                "create database %1$s_backup template %1$s".formatted(database));
        Sql.open(stack, database);
    }

    @Override
    public void begin(LocalStack stack) {
        String database = stack.databaseOf(service).orElseThrow();
        Sql.replace(stack, database, database + "_backup");
        restored = System.nanoTime();
    }

    @Override
    public void end(LocalStack stack) {
        Sql.open(stack, stack.databaseOf(service).orElseThrow());
        restored = System.nanoTime();
    }

    @Override
    public List<Lost> lost() {
        return List.of(new Lost(service, backedUp, restored));
    }
}
