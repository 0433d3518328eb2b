package io.keyholder.outbox.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.Provided;
import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.PostgresBackend;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
class DatabaseRightsIT {

    @Provided(Provided.SERVICE)
    Database asTheService;

    private static DataSource source(Database database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.username());
        source.setPassword(database.password());
        return source;
    }

    @Nested
    class TheServicesUser {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "create table mine (id int)",
                    "create schema mine",
                    "create temporary table mine (id int)",
                    "drop table outbox",
                    "alter table outbox drop column payload",
                    "truncate outbox",
                    "create trigger t before insert on outbox execute function suppress_redundant_updates_trigger()",
                    "select * from flyway_schema_history",
                    "delete from flyway_schema_history"
                })
        void shouldChangeNothingButRows(String statement) {
            assertThatThrownBy(() -> asTheService.execute(statement))
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "select * from outbox limit 1",
                    "update outbox_epoch set epoch = epoch",
                    "delete from outbox_ended where false",
                    "listen outbox; notify outbox; unlisten outbox",
                    "select pg_advisory_lock(4); select pg_advisory_unlock(4)",
                    "begin; lock table outbox in exclusive mode; rollback"
                })
        void shouldDoItsWork(String statement) throws SQLException {
            try (Connection connection = asTheService.connect();
                    Statement work = connection.createStatement()) {
                work.execute(statement);
            }
        }

        @Test
        void shouldStart() {
            new DatabaseRights(source(asTheService), true).check();
        }
    }

    @Nested
    class AnOwner {
        private final Database own = PostgresBackend.shared().createDatabase("rights");

        @Test
        void shouldNotStartWhereItMustNot() {
            own.execute("create table outbox (id int)");
            DatabaseRights rights = new DatabaseRights(source(own), true);

            assertThatThrownBy(rights::check)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContainingAll("make tables", "change table outbox", "KEYHOLDER_DATABASE_OWNER_USERNAME");
        }

        @Test
        void shouldStartWhereNothingElseIsAsked() {
            new DatabaseRights(source(own), false).check();
        }
    }
}
