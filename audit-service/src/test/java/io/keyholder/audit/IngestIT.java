package io.keyholder.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.ConsumerProperties;
import io.keyholder.contracts.kafka.KafkaConfig;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IngestIT extends OfOneTenant {
    @Inject
    KafkaConfig kafkaConfig;

    private Instant now;

    @BeforeEach
    void oneTenant() {
        now = Clock.systemUTC().instant();
    }

    @Test
    void shouldStoreAnEntryOnceHoweverOftenItIsDelivered() {
        AuditEntry often = entries.at(now, "Board room");
        AuditEntry next = entries.at(now, "Other room");

        log.publish(often, often, often);
        log.stored(often, next);
        log.publish(often);
        log.stored(entries.at(now, "Third room"));
        await().atMost(Log.SOON).until(() -> log.rowsOf(tenant) >= 3);

        assertThat(log.rowsOf(tenant)).isEqualTo(3);
    }

    @Test
    void shouldKeepWhatStandsInNoMonthAndEveryCharacter() {
        AuditEntry ancient = entries.at(Instant.parse("1999-01-01T00:00:00Z"), "Old");
        AuditEntry future = entries.at(Instant.parse("2999-01-01T00:00:00Z"), "New");
        AuditEntry odd = entries.at(now, "tab\tquote\"back\\slash\\N\r\nnul\0 \uD83D\uDE80 \\.");

        log.stored(ancient, future, odd);

        log.as(tenant)
                .get("/v1/audit/events?to=2998-01-01T00:00:00Z")
                .then()
                .body("items.objectName", equalTo(List.of("tab\tquote\"back\\slash\\N\r\nnul\uFFFD \uD83D\uDE80 \\.")));
        log.as(tenant).get("/v1/audit/events").then().body("items.size()", equalTo(2));
    }

    @Test
    void shouldKeepAlsoWhatNoIndexTakesAndHoldUpNobody() {
        String user = random(4_800);
        String other = user.substring(0, 4_799) + "!";
        AuditEntry poison =
                entries.entry(now, AuditEntry.Category.ROOM, AuditEntry.Operation.UPDATE, random(20_000), user, tenant);
        AuditEntry alike =
                entries.entry(now, AuditEntry.Category.ROOM, AuditEntry.Operation.UPDATE, "Alike", other, tenant);
        AuditEntry behind = entries.at(now, "Behind");

        log.stored(entries.at(now, "Before"), poison, alike, behind);

        List<String> users = log.as(tenant).get("/v1/audit/events").path("items.userId");
        assertThat(users.stream().filter(id -> id.startsWith(user.substring(0, 200))))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() == 255 && id.contains("…#"));
    }

    /** Nothing that PostgreSQL could compress until it fits. */
    private static String random(int length) {
        return new Random(4_800)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void shouldPutAsideWhatCannotBeReadAndGoOn() {
        String key = Ids.next().toString();

        log.published().record(new ProducerRecord<>(Topic.AUDIT.topicName(), key, "no json".getBytes(UTF_8)));
        log.stored(entries.at(now, "After"));

        await().atMost(Log.SOON).until(() -> deadLetters().contains(key));
    }

    private List<String> deadLetters() {
        TopicPartition letters = new TopicPartition(Topic.AUDIT.deadLetters(), 0);
        try (KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(ConsumerProperties.of(kafkaConfig))) {
            reader.assign(List.of(letters));
            reader.seekToBeginning(List.of(letters));
            return StreamSupport.stream(reader.poll(Duration.ofSeconds(2)).spliterator(), false)
                    .map(ConsumerRecord::key)
                    .toList();
        }
    }
}
