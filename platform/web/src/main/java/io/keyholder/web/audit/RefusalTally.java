package io.keyholder.web.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.keyholder.contracts.AuditEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts the refusals of each minute, so that nobody fills a log with them: of what the users of a tenant are refused at one
 * tenant, 60 a minute get an entry each. Those beyond are counted by their kind, and recorded as one of each kind when the
 * minute is over. The first of a kind has an entry of its own however many others came before.
 *
 * <p>The counts are in the service's database, in the transaction that records the refusal: they outlive the process, hold
 * for all its instances, and a refusal that is only counted costs what one with an entry does.
 */
@ApplicationScoped
class RefusalTally {
    private static final int EACH = 60;
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String COUNT = """
            with refusal as (
                select * from unnest(?::uuid[], ?::text[], ?::text[]) with ordinality as r (acted_on, kind, entry, place)),
            budget as (
                insert into refusal_tally as t (minute, acting_tenant, acted_on, kind, seen, beyond)
                select ?, ?, acted_on, '', 1, 0 from refusal order by acted_on
                on conflict (minute, acting_tenant, acted_on, kind) do update set seen = t.seen + 1
                returning acted_on, seen),
            counted as (
                insert into refusal_tally as t (minute, acting_tenant, acted_on, kind, seen, beyond, entry)
                select ?, ?, acted_on, kind, 1, 0, entry from refusal join budget using (acted_on) order by acted_on
                on conflict (minute, acting_tenant, acted_on, kind) do update
                set seen = t.seen + 1,
                    beyond = t.beyond + (select (b.seen > %1$d)::integer from budget b where b.acted_on = t.acted_on),
                    entry = excluded.entry
                returning acted_on, seen)
            select budget.seen <= %1$d or counted.seen = 1
            from refusal join budget using (acted_on) join counted using (acted_on) order by place
            """.formatted(EACH);

    private static final String TAKE = """
            delete from refusal_tally where (minute, acting_tenant, acted_on, kind) in (
                select minute, acting_tenant, acted_on, kind from refusal_tally
                where minute < ? order by 1, 2, 3, 4 for update skip locked)
            returning beyond, entry
            """;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final DataSource database;

    RefusalTally(DataSource database) {
        this.database = database;
    }

    /**
     * A refusal at one tenant.
     *
     * @param actedOn the tenant; null: none, or nobody knows which
     * @param entry for its log; null: it is counted and never recorded
     */
    record Refusal(
            @Nullable UUID actedOn, String kind, @Nullable AuditEntry entry) {

        static Refusal of(AuditEntry entry) {
            return new Refusal(entry.tenantId(), kind(entry), entry);
        }

        private static String kind(AuditEntry entry) {
            return entry.category() + ":" + entry.operation() + ":" + entry.reason();
        }
    }

    /**
     * Counts what one request was refused, at one or several tenants, in the present transaction.
     *
     * @param refusals at different tenants
     * @return the entries to be recorded now; the others are counted
     */
    List<AuditEntry> count(List<Refusal> refusals, @Nullable UUID actingTenant, Instant time) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setArray(1, connection.createArrayOf("uuid", column(refusals, r -> orNobody(r.actedOn()))));
            statement.setArray(2, connection.createArrayOf("text", column(refusals, Refusal::kind)));
            statement.setArray(3, connection.createArrayOf("text", column(refusals, RefusalTally::json)));
            for (int group = 0; group < 2; group++) {
                statement.setObject(4 + 2 * group, minuteOf(time).atOffset(ZoneOffset.UTC));
                statement.setObject(5 + 2 * group, orNobody(actingTenant));
            }
            return recordedNow(statement, refusals);
        } catch (SQLException e) {
            throw new IllegalStateException("A refusal could not be counted", e);
        }
    }

    /** Takes out, in the present transaction, the summaries of the minutes that are over by then. */
    List<AuditEntry> takeEnded(Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setObject(1, minuteOf(now).atOffset(ZoneOffset.UTC));
            List<AuditEntry> ended = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String entry = row.getString(2);
                    if (entry != null && row.getInt(1) > 0) {
                        ended.add(JSON.readValue(entry, AuditEntry.class).standingFor(row.getInt(1)));
                    }
                }
            }
            return ended;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The refusals of a minute could not be taken", e);
        }
    }

    private static List<AuditEntry> recordedNow(PreparedStatement statement, List<Refusal> refusals)
            throws SQLException {
        List<AuditEntry> now = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            for (Refusal refusal : refusals) {
                if (row.next() && row.getBoolean(1)) {
                    Optional.ofNullable(refusal.entry()).ifPresent(now::add);
                }
            }
        }
        return now;
    }

    private static Object[] column(List<Refusal> refusals, Function<Refusal, @Nullable Object> value) {
        return refusals.stream().map(value).toArray();
    }

    private static UUID orNobody(@Nullable UUID tenant) {
        return tenant == null ? NOBODY : tenant;
    }

    private static @Nullable String json(Refusal refusal) {
        try {
            return refusal.entry() == null ? null : JSON.writeValueAsString(refusal.entry());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry is always serialisable", e);
        }
    }

    private static Instant minuteOf(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES);
    }
}
