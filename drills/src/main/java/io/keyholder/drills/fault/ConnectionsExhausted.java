package io.keyholder.drills.fault;

import io.keyholder.localstack.LocalStack;
import java.time.Duration;

/** A service gets no connection to its database any more, and has lost those it had. */
record ConnectionsExhausted(String service) implements Fault {

    @Override
    public String name() {
        return "no-connections-" + service;
    }

    @Override
    public void begin(LocalStack stack) {
        String user = stack.databaseOf(service).orElseThrow();
        Sql.execute(
                stack,
                "postgres",
                "alter role " + user + " connection limit 0",
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + user + "'");
    }

    @Override
    public void end(LocalStack stack) {
        Sql.execute(
                stack, "postgres", "alter role " + stack.databaseOf(service).orElseThrow() + " connection limit -1");
    }

    @Override
    public Duration duration() {
        return Duration.ofSeconds(15);
    }
}
