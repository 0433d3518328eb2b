package io.keyholder.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import io.keyholder.outbox.OutboxTable;
import io.keyholder.outbox.Relationship;
import io.keyholder.outbox.TopicLog;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.Provided;
import io.keyholder.testing.backend.KafkaBackend;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a watermark of time T claims: every event that was committed before T lies before it on its partition. */
@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
class WatermarkIT {
    /** Not the application's, whose own relay is at work beside this one. */
    private static final String SOURCE = "watched-service";

    @Provided
    KafkaBackend kafka;

    private RelayedService service;

    @BeforeEach
    void make() {
        service = new RelayedService(kafka);
        service.kafka().provision();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void shouldNotClaimWhatWasCommittedWhileTheRelayLooked() throws IOException, SQLException {
        List<Instant> committed = new ArrayList<>();
        OutboxRows.Survey survey;
        try (SlowWire wire = new SlowWire(service.database().jdbcUrl());
                Connection connection = DriverManager.getConnection(
                        wire.jdbcUrl(),
                        service.database().username(),
                        service.database().password())) {
            wire.beforeNextExecute(() -> {
                service.commit(Relationship.some().version(1));
                committed.add(databaseTime());
            });

            survey = new OutboxRows(connection).survey();
        }

        assertThat(committed).hasSize(1);
        assertThat(survey.lastId()).as("the event was not there yet").isZero();
        assertThat(survey.time()).isBefore(committed.getFirst());
    }

    @Test
    void shouldNeverClaimMoreThanWasSentWhileManyCommit() {
        Map<String, Instant> committedBy = new ConcurrentHashMap<>();
        service.start(new RelaySettings(
                SOURCE,
                1,
                true,
                Set.of(Topic.RELATIONSHIPS),
                Duration.ofMillis(3),
                Duration.ofMillis(20),
                500,
                Duration.ofDays(30)));

        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            writers.add(Thread.ofPlatform().start(() -> write(committedBy)));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> writers.stream().noneMatch(Thread::isAlive));
        await().atMost(Duration.ofSeconds(60)).until(() -> service.waiting() == 0);
        Instant end = databaseTime();
        TopicLog log = new TopicLog(kafka.bootstrapServers());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> log.watermarksOf(Topic.RELATIONSHIPS, SOURCE).stream()
                                .filter(w -> w.time().isAfter(end))
                                .count()
                        >= Topic.PARTITIONS);

        Map<Integer, List<ConsumerRecord<String, byte[]>>> partitions =
                log.of(Topic.RELATIONSHIPS).stream().collect(Collectors.groupingBy(ConsumerRecord::partition));
        assertThat(committedBy).hasSize(8 * 60);
        partitions.values().forEach(partition -> assertHonest(partition, committedBy));
    }

    private void write(Map<String, Instant> committedBy) {
        try (Connection connection = service.database().connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 60; i++) {
                Relationship relationship = Relationship.some();
                new OutboxTable(new OneConnection(connection))
                        .insert(List.of(relationship.version(1)), service.number("select epoch from outbox_epoch"));
                // Ids are taken now and become visible later, in another order.
                try (Statement statement = connection.createStatement()) {
                    statement.execute(
                            "select pg_sleep(" + ThreadLocalRandom.current().nextDouble(0.02) + ")");
                }
                connection.commit();
                committedBy.put(relationship.id().toString(), databaseTime());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertHonest(List<ConsumerRecord<String, byte[]>> partition, Map<String, Instant> committedBy) {
        Set<String> seen = new HashSet<>();
        Set<String> mine = partition.stream()
                .map(ConsumerRecord::key)
                .filter(committedBy::containsKey)
                .collect(Collectors.toSet());
        for (ConsumerRecord<String, byte[]> message : partition) {
            if (message.key().equals("watermark:" + SOURCE)) {
                Instant time = Watermark.parse(message.key(), message.value())
                        .orElseThrow()
                        .time();
                assertThat(mine.stream()
                                .filter(key -> committedBy.get(key).isBefore(time))
                                .filter(key -> !seen.contains(key)))
                        .as("committed before %s and not before offset %s", time, message.offset())
                        .isEmpty();
            } else {
                seen.add(message.key());
            }
        }
    }

    private Instant databaseTime() {
        try (Connection connection = service.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
