package io.keyholder.drills.fault;

import io.keyholder.localstack.LocalStack;
import io.keyholder.localstack.StackException;
import java.time.Duration;
import java.util.Optional;

/**
 * A service is started with an empty database, beside topics that are not: it must refuse, for it would say that everything has
 * ended. Then it has its own again.
 */
record DatabaseEmptied(String service) implements Fault {

    @Override
    public String name() {
        return "empty-" + service;
    }

    @Override
    public void begin(LocalStack stack) {
        String database = stack.databaseOf(service).orElseThrow();
        stack.kill(service);
        Sql.close(stack, database);
        Sql.execute(
                stack,
                "postgres",
                "alter database %1$s rename to %1$s_kept".formatted(database),
                "create database " + database);
        Sql.open(stack, database);
        try {
            stack.start(service);
        } catch (StackException refused) {
            return;
        }
        throw new IllegalStateException(service + " has started with an empty database");
    }

    @Override
    public Optional<String> silent() {
        return Optional.of(service);
    }

    @Override
    public void end(LocalStack stack) {
        String database = stack.databaseOf(service).orElseThrow();
        Sql.replace(stack, database, database + "_kept");
        Sql.open(stack, database);
        stack.start(service);
    }

    @Override
    public Duration duration() {
        return Duration.ofSeconds(5);
    }
}
