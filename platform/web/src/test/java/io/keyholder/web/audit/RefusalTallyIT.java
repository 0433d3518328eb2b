package io.keyholder.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.AuditEntry.Category;
import io.keyholder.contracts.AuditEntry.Operation;
import io.keyholder.contracts.Ids;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.web.audit.RefusalTally.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The minute lies ahead, where the service's own timer does not take it. */
@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
class RefusalTallyIT {
    private static final Instant MINUTE =
            Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(60, ChronoUnit.MINUTES);

    @Inject
    RefusalTally tally;

    private UUID attackers;
    private UUID customer;

    @BeforeEach
    void tenants() {
        attackers = Ids.next();
        customer = Ids.next();
    }

    private AuditEntry entry(String user, UUID actedOn, Operation operation, Instant time) {
        return new AuditEntry(
                Ids.next(),
                time,
                Category.ROOM,
                operation,
                AuditEntry.Result.FAILED,
                null,
                "",
                actedOn,
                user,
                attackers,
                null,
                "forbidden",
                1);
    }

    private int recorded(String user, UUID actedOn, Operation operation, Instant time, int times) {
        return IntStream.range(0, times)
                .map(i -> QuarkusTransaction.requiringNew()
                        .call(() -> tally.count(
                                List.of(Refusal.of(entry(user, actedOn, operation, time))), attackers, time))
                        .size())
                .sum();
    }

    private int recorded(String user, UUID actedOn, int times) {
        return recorded(user, actedOn, Operation.UPDATE, MINUTE, times);
    }

    private List<AuditEntry> ended(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> tally.takeEnded(now)).stream()
                .filter(entry -> attackers.equals(entry.userTenantId()))
                .toList();
    }

    @Test
    void shouldRecordSixtyAMinuteEachAndTheRestAsOneWithTheirCount() {
        assertThat(recorded("ada", customer, 100)).isEqualTo(60);
        assertThat(ended(MINUTE.plusSeconds(59))).isEmpty();

        List<AuditEntry> ended = ended(MINUTE.plusSeconds(60));

        assertThat(ended).singleElement().satisfies(summary -> {
            assertThat(summary.count()).isEqualTo(40);
            assertThat(summary.userId()).isEqualTo("ada");
            assertThat(summary.tenantId()).isEqualTo(customer);
        });
        assertThat(ended(MINUTE.plusSeconds(61))).isEmpty();
    }

    @Test
    void shouldNotSumUpWhatStaysWithinTheRate() {
        assertThat(recorded("ada", customer, 60)).isEqualTo(60);

        assertThat(ended(MINUTE.plusSeconds(60))).isEmpty();
    }

    @Test
    void shouldHideNothingAtOneTenantByRefusalsAtAnother() {
        recorded("ada", attackers, 61);

        assertThat(recorded("ada", customer, 9)).isEqualTo(9);
    }

    @Test
    void shouldAlwaysRecordTheFirstOfAKindAndSumUpEachKindAlone() {
        recorded("ada", customer, 61);

        assertThat(recorded("ada", customer, Operation.DELETE, MINUTE, 9)).isEqualTo(1);
        assertThat(ended(MINUTE.plusSeconds(60)))
                .extracting(AuditEntry::operation, AuditEntry::count)
                .containsExactlyInAnyOrder(tuple(Operation.UPDATE, 1), tuple(Operation.DELETE, 8));
    }

    @Test
    void shouldLetNoTenantFillAStrangersLogByManyUsers() {
        int each = IntStream.range(0, 300)
                .map(i -> recorded("made-up-" + i, customer, 1))
                .sum();

        assertThat(each).isEqualTo(60);
        assertThat(ended(MINUTE.plusSeconds(60)))
                .singleElement()
                .extracting(AuditEntry::count)
                .isEqualTo(240);
    }

    @Test
    void shouldBeginAnewWithEachMinute() {
        recorded("ada", customer, 60);

        assertThat(recorded("ada", customer, Operation.UPDATE, MINUTE.plusSeconds(60), 60))
                .isEqualTo(60);
    }

    @Test
    void shouldCountAtSeveralTenantsAtOnce() {
        List<AuditEntry> now = QuarkusTransaction.requiringNew()
                .call(() -> tally.count(
                        List.of(
                                Refusal.of(entry("ada", attackers, Operation.DELETE, MINUTE)),
                                Refusal.of(entry("ada", customer, Operation.DELETE, MINUTE))),
                        attackers,
                        MINUTE));

        assertThat(now).extracting(AuditEntry::tenantId).containsExactly(attackers, customer);
    }

    @Test
    void shouldOnlyCountWhatIsNobodys() {
        for (int i = 0; i < 70; i++) {
            List<AuditEntry> now = QuarkusTransaction.requiringNew()
                    .call(() -> tally.count(List.of(new Refusal(customer, "k", null)), attackers, MINUTE));
            assertThat(now).isEmpty();
        }
        assertThat(ended(MINUTE.plusSeconds(60))).isEmpty();
    }
}
