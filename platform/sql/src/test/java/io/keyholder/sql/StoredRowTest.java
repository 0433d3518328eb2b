package io.keyholder.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredRowTest {
    private static final UUID ID = new UUID(1, 2);

    private final StoredRow row = StoredRow.of("role", ID)
            .once("context_id", "c")
            .set("name", "Help desk")
            .set("description", Optional.empty());

    @Test
    void insertsEveryColumn() {
        assertThat(row.insert().text())
                .isEqualTo("insert into role (id, context_id, name, description)"
                        + " values (:id, :context_id, :name, :description)");
        assertThat(row.insert().parameters())
                .containsEntry("id", ID)
                .containsEntry("context_id", "c")
                .containsEntry("name", "Help desk")
                .containsEntry("description", null);
    }

    @Test
    void updatesWhatChanges() {
        assertThat(row.update().text())
                .isEqualTo("update role set name = :name, description = :description where id = :id");
        assertThat(row.update().parameters()).containsOnlyKeys("id", "name", "description");
    }

    @Test
    void upsertsByTheKey() {
        assertThat(StoredRow.of("delegation", "relationship_id", ID)
                        .once("customer_id", "c")
                        .set("status", "ACTIVE")
                        .upsert()
                        .text())
                .isEqualTo("insert into delegation (relationship_id, customer_id, status)"
                        + " values (:relationship_id, :customer_id, :status)"
                        + " on conflict (relationship_id) do update set status = excluded.status");
    }
}
