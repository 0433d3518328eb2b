package io.keyholder.outbox.cdi;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.Provided;
import io.keyholder.testing.backend.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A release starts on the schema that a later one has left. */
@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
class RollbackIT {

    @Provided
    Database database;

    @Inject
    Flyway flyway;

    @AfterEach
    void forget() {
        database.execute("delete from flyway_schema_history where version = '100000'");
    }

    @Test
    void shouldStartOnASchemaOfALaterRelease() {
        database.execute("""
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                select max(installed_rank) + 1, '100000', 'later', 'SQL', 'V100000__later.sql', 1, 'somebody', 1, true
                from flyway_schema_history
                """);

        assertThatCode(flyway::validate).doesNotThrowAnyException();
        assertThatCode(flyway::migrate).doesNotThrowAnyException();
    }
}
