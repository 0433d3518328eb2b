package io.keyholder.outbox.relay;

import static io.keyholder.outbox.relay.RelayedService.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.UnreadableEvent;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.outbox.Relationship;
import io.keyholder.outbox.TopicLog;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.backend.StoppableKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
class RelayIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static StoppableKafka kafka;
    private static TopicLog log;

    private RelayedService service;

    @BeforeAll
    static void startKafka() {
        kafka = KafkaBackend.startOwn();
        log = new TopicLog(kafka.bootstrapServers());
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void make() {
        service = new RelayedService(kafka);
        service.kafka().provision();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void awaitSent() {
        await().atMost(SOON).until(() -> service.waiting() == 0);
    }

    private static List<String> versions(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(v -> "1." + v).toList();
    }

    private static List<String> sent(Relationship relationship) {
        return log.sequencesOf(Topic.RELATIONSHIPS, relationship.id());
    }

    @Nested
    class RefusedByKafka {
        private static EncodedEvent tooLarge(EncodedEvent event) {
            return new EncodedEvent(
                    event.topic(), event.key(), event.headers(), " ".repeat(Topic.LARGEST_RECORD) + event.payload());
        }

        @Test
        void shouldHoldUpNothingBehindIt() {
            Relationship before = Relationship.some();
            Relationship bad = Relationship.some();
            Relationship behind = Relationship.some();

            service.commit(before.version(1), tooLarge(bad.version(1)), behind.version(1));
            RelayedService.Process process = service.start();
            awaitSent();

            assertThat(sent(before)).containsExactly("1.1");
            assertThat(sent(behind)).containsExactly("1.1");
            assertThat(service.number("select count(*) from outbox_refused where key = '" + bad.id() + "'"))
                    .isEqualTo(1);
            await().atMost(SOON).until(() -> process.relay.status().refused() == 1);
        }

        @Test
        void shouldTellItsReadersToDenyWhatItConcerns() {
            Relationship bad = Relationship.some();

            service.commit(bad.version(1), tooLarge(bad.version(2)));
            service.start();
            awaitSent();

            ConsumerRecord<String, byte[]> last = log.of(Topic.RELATIONSHIPS).stream()
                    .filter(record -> bad.id().toString().equals(record.key()))
                    .reduce((first, second) -> second)
                    .orElseThrow();
            assertThatThrownBy(() -> KafkaRecords.decode(Topic.RELATIONSHIPS, last))
                    .isInstanceOf(UnreadableEvent.class);
            assertThat(EventCodec.contextOf(KafkaRecords.headersOf(last)).relationshipId())
                    .isEqualTo(bad.id());
        }

        @Test
        void shouldDenyNothingAnyMoreOnceALaterStateWasTaken() {
            Relationship bad = Relationship.some();

            service.commit(tooLarge(bad.version(1)), bad.version(2));
            service.start();
            awaitSent();

            assertThat(sent(bad)).endsWith("1.2");
        }
    }

    @Nested
    class Sending {

        @Test
        void shouldKeepTheOrderOfEachAggregateOverManyBatches() {
            List<Relationship> aggregates =
                    IntStream.range(0, 40).mapToObj(i -> Relationship.some()).toList();
            for (int version = 1; version <= 30; version++) {
                int now = version;
                service.commit(aggregates.stream().map(a -> a.version(now)).toArray(EncodedEvent[]::new));
            }

            service.start();
            awaitSent();

            assertThat(aggregates).allSatisfy(a -> assertThat(sent(a)).isEqualTo(versions(1, 30)));
        }

        @Test
        void shouldWakeByANotificationOfAnotherProcess() {
            RelayedService.Process active = service.start(service.settings(NEVER, NEVER));
            await().atMost(SOON).until(active::isActive);
            RelayedService.Process waiting = service.start(service.settings(NEVER, NEVER));
            Relationship relationship = Relationship.some();

            service.commit(relationship.version(1));
            waiting.relay.committed();

            await().atMost(Duration.ofSeconds(3)).until(() -> service.waiting() == 0);
            assertThat(sent(relationship)).containsExactly("1.1");
        }

        @Test
        void shouldSendWhatNoSignalAnnounced() {
            service.start(service.settings(NEVER, Duration.ofMillis(300)));
            Relationship relationship = Relationship.some();

            service.commit(relationship.version(1));

            awaitSent();
            assertThat(sent(relationship)).containsExactly("1.1");
        }

        @Test
        void shouldSendALargeEvent() {
            // As many members as a request of 1 MiB can name.
            Relationship relationship = Relationship.some();
            List<String> ceiling = IntStream.range(0, 60_000)
                    .mapToObj(i -> "permission:with-a-long-name-" + i)
                    .toList();
            var state = new io.keyholder.contracts.RelationshipState(
                    relationship.id(),
                    relationship.customerId(),
                    relationship.partnerId(),
                    relationship.active().status(),
                    relationship.id(),
                    relationship.active().establishedAt(),
                    ceiling,
                    null);
            service.commit(relationship.event(state, new io.keyholder.contracts.Sequence(1, 1)));

            service.start();

            awaitSent();
            assertThat(sent(relationship)).containsExactly("1.1");
        }
    }

    @Nested
    class Dying {

        @Test
        void shouldSendAgainWhatWasAcknowledgedAndNotDeleted() {
            Interference interference = new Interference();
            Relationship relationship = Relationship.some();
            interference.once(() -> service.database().terminateConnections());
            service.commit(relationship.version(1), relationship.version(2));

            service.start(service.settings(NEVER, Duration.ofMillis(300)), interference.on(service.kafka()::producer));

            awaitSent();
            assertThat(sent(relationship)).containsExactly("1.1", "1.2", "1.1", "1.2");
        }

        @Test
        void shouldLeaveTheWorkToOneAndBeFollowedByTheOther() {
            RelayedService.Process first = service.start();
            await().atMost(SOON).until(first::isActive);
            RelayedService.Process second = service.start();
            Relationship relationship = Relationship.some();
            service.commit(relationship.version(1));
            awaitSent();
            assertThat(second.isActive()).isFalse();

            first.close();

            await().atMost(Duration.ofSeconds(5)).until(second::isActive);
            service.commit(relationship.version(2));
            awaitSent();
            assertThat(sent(relationship)).containsExactly("1.1", "1.2");
        }

        @Test
        void shouldComeBackWithinSecondsHoweverOftenItsConnectionIsCut() {
            RelayedService.Process relay = service.start();
            Relationship relationship = Relationship.some();
            for (int cut = 1; cut <= 6; cut++) {
                service.commit(relationship.version(cut));
                awaitSent();
                service.database().terminateConnections();
            }

            service.commit(relationship.version(7));

            await().atMost(Duration.ofSeconds(3)).until(() -> service.waiting() == 0);
            assertThat(relay.hasEnded()).isFalse();
        }

        @Test
        void shouldHandOverAPendingWatermarkRequestWithItsWork() {
            RelayedService.Process relay = service.start(service.settings(NEVER, NEVER));
            await().atMost(SOON).until(relay::isActive);
            int before = log.watermarksOf(Topic.AUDIT, service.source()).size();

            // Whoever asked may have asked a relay that died with the request.
            service.database().terminateConnections();

            await().atMost(SOON)
                    .until(() -> log.watermarksOf(Topic.AUDIT, service.source()).size() >= before + Topic.PARTITIONS);
        }
    }

    @Nested
    class KafkaAway {

        @Test
        void shouldLoseNothingAndKeepTheOrderWhileChangesGoOn() {
            Relationship relationship = Relationship.some();
            RelayedService.Process relay = service.start();
            service.commit(relationship.version(1));
            awaitSent();

            kafka.stop();
            try {
                LongStream.rangeClosed(2, 50).forEach(v -> service.commit(relationship.version(v)));
                await().atMost(SOON).until(() -> relay.relay.status().lag().compareTo(Duration.ofSeconds(3)) > 0);
            } finally {
                kafka.start();
            }

            await().atMost(Duration.ofSeconds(60)).until(() -> service.waiting() == 0);
            assertThat(sent(relationship).stream().distinct()).isEqualTo(versions(1, 50));
            assertThat(sent(relationship).getLast()).isEqualTo("1.50");
            await().atMost(SOON).until(() -> relay.relay.status().lag().compareTo(Duration.ofSeconds(1)) < 0);
        }

        /** A compacted topic keeps the last record of a key: an older state after a newer one would come back. */
        @Test
        void shouldNeverPutAnOlderStateAfterANewerOneWhenKafkaHangs() {
            List<Relationship> aggregates =
                    IntStream.range(0, 20).mapToObj(i -> Relationship.some()).toList();
            RelayedService.Process relay = service.start(service.settings(NEVER, Duration.ofMillis(100)));
            aggregates.forEach(a -> service.commit(a.version(1)));
            awaitSent();

            kafka.pause();
            try {
                aggregates.forEach(a -> service.commit(a.version(2)));
                relay.relay.committed();
                // Longer than any request waits for its answer.
                await().atMost(Duration.ofSeconds(40))
                        .until(() -> relay.relay.status().lag().compareTo(Duration.ofSeconds(14)) > 0);
                aggregates.forEach(a -> service.commit(a.version(3), a.version(4)));
            } finally {
                kafka.resume();
            }

            await().atMost(Duration.ofSeconds(60)).until(() -> service.waiting() == 0);
            assertThat(aggregates)
                    .allSatisfy(a -> assertThat(sent(a)).isSortedAccordingTo((one, other) -> one.compareTo(other)));
        }

        @Test
        void shouldEndSoonAfterItIsClosed() {
            RelayedService.Process relay = service.start();
            await().atMost(SOON).until(relay::isActive);
            kafka.pause();
            try {
                service.commit(Relationship.some().version(1));
                await().atMost(SOON).until(() -> relay.relay.status().lag().compareTo(Duration.ofSeconds(1)) > 0);

                relay.relay.close();

                await().atMost(Duration.ofSeconds(4)).until(relay::hasEnded);
            } finally {
                kafka.resume();
            }
        }
    }

    @Nested
    class Watermarks {

        private int onAudit() {
            return log.watermarksOf(Topic.AUDIT, service.source()).size();
        }

        @Test
        void shouldReachTheAuditTopicOnRequest() {
            RelayedService.Process relay = service.start(service.settings(NEVER, NEVER));
            await().atMost(SOON).until(relay::isActive);
            await().atMost(SOON).until(() -> relay.relay.status().lastWatermark() != null);
            int before = onAudit();

            relay.relay.requestWatermark();

            await().atMost(SOON).until(() -> onAudit() == before + Topic.PARTITIONS);
        }

        @Test
        void shouldReachTheAuditTopicOnRequestOfAProcessThatDoesNotSend() {
            RelayedService.Process active = service.start(service.settings(NEVER, NEVER));
            await().atMost(SOON).until(() -> active.relay.status().lastWatermark() != null);
            RelayedService.Process waiting = service.start(service.settings(NEVER, NEVER));
            int before = onAudit();

            waiting.relay.requestWatermark();

            await().atMost(SOON).until(() -> onAudit() == before + Topic.PARTITIONS);
        }

        @Test
        void shouldNotBurdenTheAuditTopicUnasked() {
            RelayedService.Process relay = service.start(service.settings(Duration.ofMillis(50), NEVER));
            await().atMost(SOON).until(() -> relay.relay.status().lastWatermark() != null);
            int before = onAudit();
            int states = log.watermarksOf(Topic.RELATIONSHIPS, service.source()).size();

            await().atMost(SOON)
                    .until(() -> log.watermarksOf(Topic.RELATIONSHIPS, service.source())
                                    .size()
                            > states + 60);

            assertThat(onAudit()).isEqualTo(before);
        }
    }

    @Nested
    class Graves {

        @Test
        void shouldSendTombstonesOfWhatEndedLongAgoAndOfNothingElse() {
            Relationship longAgo = Relationship.some();
            Relationship lately = Relationship.some();
            service.commit(longAgo.version(1), lately.version(1));
            List<String> rows = new ArrayList<>();
            rows.add("('relationships.v1', '%s', 1, 1, now() - interval '31 days')".formatted(longAgo.id()));
            rows.add("('relationships.v1', '%s', 1, 1, now() - interval '29 days')".formatted(lately.id()));
            service.database()
                    .execute("insert into outbox_ended (topic, key, epoch, version, ended_at) values "
                            + String.join(",", rows));

            service.start();

            await().atMost(SOON).until(() -> service.number("select count(*) from outbox_ended") == 1);
            assertThat(sent(longAgo)).containsExactly("1.1", "tombstone");
            assertThat(sent(lately)).containsExactly("1.1");
        }

        @Test
        void shouldNotHoldUpEventsWhileManyAreBuried() {
            service.database()
                    .execute("insert into outbox_ended (topic, key, epoch, version, ended_at)"
                            + " select 'relationships.v1', gen_random_uuid(), 1, 1, now() - interval '31 days'"
                            + " from generate_series(1, 2000)");

            service.start();

            await().atMost(SOON).until(() -> service.number("select count(*) from outbox_ended") == 0);
        }
    }
}
