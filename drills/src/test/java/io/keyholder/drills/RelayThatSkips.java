package io.keyholder.drills;

import io.keyholder.drills.fault.Fault;
import io.keyholder.localstack.LocalStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Every third entry of rooms-service for the audit log goes from its outbox before the relay sees it. */
final class RelayThatSkips implements Fault {

    @Override
    public String name() {
        return "a relay that skips";
    }

    @Override
    public void begin(LocalStack stack) {
        execute(stack, """
                create function skip() returns trigger language plpgsql as
                $$ begin delete from outbox where id = new.id; return null; end $$
                """, """
                create trigger skip after insert on outbox for each row
                when (new.topic = 'audit.v1' and new.id % 3 = 0) execute function skip()
                """);
    }

    @Override
    public void end(LocalStack stack) {
        execute(stack, "drop trigger skip on outbox", "drop function skip()");
    }

    private static void execute(LocalStack stack, String... statements) {
        try (Connection connection = stack.superuser("rooms");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
