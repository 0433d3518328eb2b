package io.keyholder.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private final Sql sql = Sql.empty();

    @Test
    void shouldBeNothingWhereNothingIsAsked() {
        assertThat(Conditions.among("r.id", List.of(), sql)
                        + Conditions.amongTexts("r.status", List.of(), sql)
                        + Conditions.containing("r.name_key", Optional.empty(), sql)
                        + Conditions.since("r.updated_at", Optional.empty(), sql))
                .isEmpty();
        assertThat(sql.parameters()).isEmpty();
    }

    @Test
    void shouldNarrowByWhatIsAskedAndNeverHoldAValue() {
        UUID id = UUID.randomUUID();

        String conditions = Conditions.among("r.id", List.of(id), sql)
                + Conditions.amongTexts("r.status", List.of("ACTIVE"), sql)
                + Conditions.containing("r.name_key", Optional.of("ada"), sql)
                + Conditions.since("r.updated_at", Optional.of(Instant.EPOCH), sql);

        assertThat(conditions)
                .isEqualTo(" and r.id = any(:p0) and r.status = any(:p1) and position(:p2 in r.name_key) > 0"
                        + " and r.updated_at >= :p3");
        assertThat(sql.parameters()).containsEntry("p0", new UUID[] {id}).containsEntry("p2", "ada");
    }
}
