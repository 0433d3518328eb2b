package io.keyholder.drills.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.Sequence;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each rule against histories that keep it and histories that a liar would leave. Times are in seconds. */
class RulesTest {
    private static final String SCENE = "aurora";
    private static final String ROOM = "room";
    private static final Duration BOUND = Duration.ofSeconds(11);

    private static History of(Exchange... exchanges) {
        History history = new History();
        Arrays.stream(exchanges).forEach(history::add);
        return history;
    }

    private static Exchange change(Kind kind, String subject, String value, double asked, double answered) {
        return exchange(kind, subject, value, asked, answered, 200, true);
    }

    private static Exchange unanswered(Kind kind, String subject, String value, double asked) {
        return exchange(kind, subject, value, asked, asked + 60, Exchange.UNANSWERED, true);
    }

    private static Exchange read(double asked, int status, boolean attentive) {
        return exchange(Kind.READ, ROOM, "", asked, asked + 0.01, status, attentive);
    }

    private static Exchange exchange(
            Kind kind, String subject, String value, double asked, double answered, int status, boolean attentive) {
        return new Exchange(SCENE, kind, subject, value, nanos(asked), nanos(answered), status, attentive);
    }

    private static long nanos(double seconds) {
        return (long) (seconds * 1e9);
    }

    @Nested
    class OfRevocations {
        private final Exchange suspended = change(Kind.SUSPEND, "r", "SUSPENDED", 1, 1.1);
        private final Exchange resumed = change(Kind.RESUME, "r", "ACTIVE", 30, 30.1);

        private List<Finding> found(Exchange... exchanges) {
            return new Revocations(BOUND).violations(of(exchanges), List.of());
        }

        @Test
        void shouldAllowNoReadWithTheTokenOnceItIsAcknowledged() {
            assertThat(found(suspended, read(1.2, 200, true), resumed)).hasSize(1);
            assertThat(found(suspended, read(1.2, 404, true), read(1.2, 503, true), resumed))
                    .isEmpty();
        }

        @Test
        void shouldAllowAReadWithoutItForAsLongAsTheBound() {
            assertThat(found(suspended, read(12, 200, false), resumed)).isEmpty();
            assertThat(found(suspended, read(12.2, 200, false), resumed)).hasSize(1);
        }

        @Test
        void shouldSayNothingOfAReadThatWasAskedBeforeTheAnswer() {
            assertThat(found(suspended, read(1.05, 200, true), resumed)).isEmpty();
        }

        @Test
        void shouldEndWithWhatUndoesIt() {
            assertThat(found(suspended, resumed, read(30.05, 200, true), read(31, 200, false)))
                    .isEmpty();
            Exchange widened = change(Kind.WIDEN, "r", "ALL", 5, 5.1);
            assertThat(found(suspended, widened, read(6, 200, true), resumed)).hasSize(1);
        }

        @Test
        void shouldEndWithWhatMayHaveUndoneIt() {
            Exchange unknown = unanswered(Kind.RESUME, "r", "ACTIVE", 30);
            assertThat(found(suspended, unknown, read(31, 200, true))).isEmpty();
            Exchange refused = exchange(Kind.RESUME, "r", "ACTIVE", 30, 30.1, 409, true);
            assertThat(found(suspended, refused, read(31, 200, true))).hasSize(1);
        }

        @Test
        void shouldHoldOfItsOwnSceneAlone() {
            Exchange elsewhere = new Exchange("other", Kind.READ, ROOM, "", nanos(2), nanos(2.1), 200, true);
            assertThat(found(suspended, elsewhere)).isEmpty();
        }

        @Test
        void shouldExcuseWhatARestoreHasUndone() {
            History history = of(suspended, read(40, 200, false));
            assertThat(new Revocations(BOUND)
                            .violations(
                                    history, List.of(new Lost("tenant-relationship-service", nanos(0.5), nanos(20)))))
                    .isEmpty();
            assertThat(new Revocations(BOUND)
                            .violations(history, List.of(new Lost("rooms-service", nanos(0.5), nanos(20)))))
                    .hasSize(1);
            assertThat(new Revocations(BOUND)
                            .violations(history, List.of(new Lost("tenant-relationship-service", nanos(2), nanos(20)))))
                    .as("it was in the backup")
                    .hasSize(1);
        }
    }

    @Nested
    class OfStaleness {

        @Test
        void shouldAllowNoReadBeyondTheBound() {
            History history = of(read(10, 200, false), read(12, 200, false), read(13, 503, false), read(30, 200, true));

            assertThat(new Staleness(BOUND).violations(history, 0, nanos(25))).hasSize(1);
        }
    }

    @Nested
    class OfWhatIsThere {
        private final Exchange created = change(Kind.CREATE_ROOM, ROOM, "One", 1, 1.1);
        private final Exchange renamed = change(Kind.RENAME_ROOM, ROOM, "Two", 2, 2.1);

        private List<Finding> found(List<String> names, Exchange... exchanges) {
            return new Outcome(Map.of(ROOM, names), List.of()).lostOrDoubled(of(exchanges), List.of());
        }

        @Test
        void shouldBeWhatWasLastAcknowledged() {
            assertThat(found(List.of("Two"), created, renamed)).isEmpty();
            assertThat(found(List.of("One"), created, renamed)).hasSize(1);
            assertThat(found(List.of(), created)).hasSize(1);
        }

        @Test
        void shouldNotBeThereTwice() {
            assertThat(found(List.of("One", "One"), created)).hasSize(1);
        }

        @Test
        void shouldBeEitherWhereAnAnswerNeverCame() {
            Exchange unknown = unanswered(Kind.RENAME_ROOM, ROOM, "Two", 2);
            assertThat(found(List.of("One"), created, unknown)).isEmpty();
            assertThat(found(List.of("Two"), created, unknown)).isEmpty();
        }
    }

    @Nested
    class OfTheLog {
        private final Exchange created = change(Kind.CREATE_ROOM, ROOM, "One", 1, 1.1);
        private final Exchange first = change(Kind.RENAME_ROOM, ROOM, "Two", 2, 2.1);
        private final Exchange second = change(Kind.RENAME_ROOM, ROOM, "Three", 3, 3.1);

        private List<Finding> found(List<String> entries, Exchange... exchanges) {
            return new Outcome(Map.of(), entries).notLoggedOnce(of(exchanges), List.of());
        }

        @Test
        void shouldHaveAnEntryOfEachChange() {
            List<String> entries = List.of("room ROOM CREATE", "room ROOM UPDATE", "room ROOM UPDATE");
            assertThat(found(entries, created, first, second)).isEmpty();
            assertThat(found(entries.subList(0, 2), created, first, second)).hasSize(1);
        }

        @Test
        void shouldHaveNoEntryTwice() {
            assertThat(found(List.of("room ROOM CREATE", "room ROOM CREATE"), created))
                    .hasSize(1);
        }

        @Test
        void shouldHaveOneOrNoneOfWhatWasNeverAnswered() {
            Exchange unknown = unanswered(Kind.RENAME_ROOM, ROOM, "Two", 2);
            assertThat(found(List.of("room ROOM CREATE"), created, unknown)).isEmpty();
            assertThat(found(List.of("room ROOM CREATE", "room ROOM UPDATE"), created, unknown))
                    .isEmpty();
            assertThat(found(List.of("room ROOM CREATE", "room ROOM UPDATE", "room ROOM UPDATE"), created, unknown))
                    .hasSize(1);
        }

        @Test
        void shouldExcuseWhatWasLostWithADatabase() {
            Outcome outcome = new Outcome(Map.of(), List.of());
            assertThat(outcome.notLoggedOnce(of(created), List.of(new Lost("rooms-service", 0, nanos(20)))))
                    .isEmpty();
            assertThat(outcome.notLoggedOnce(of(created), List.of(new Lost("audit-service", 0, nanos(20)))))
                    .hasSize(1);
        }
    }

    @Nested
    class OfOrder {

        private static List<Finding> found(String... sequences) {
            StateOrder order = new StateOrder("rooms.v1");
            Arrays.stream(sequences).map(Sequence::parse).forEach(sequence -> order.next(ROOM, sequence));
            return order.violations();
        }

        @Test
        void shouldTakeWhatIsNewerEachTime() {
            assertThat(found("1.1", "1.2", "2.1")).isEmpty();
        }

        @Test
        void shouldTakeABatchThatWasSentTwice() {
            assertThat(found("1.1", "1.2", "1.1", "1.2")).isEmpty();
        }

        @Test
        void shouldFindAnOlderStateThatCameTooLate() {
            assertThat(found("1.1", "1.3", "1.2", "1.3")).hasSize(1);
        }

        @Test
        void shouldFindATopicThatEndsWithAnOlderState() {
            assertThat(found("1.1", "1.2", "1.1")).hasSize(1);
        }
    }
}
