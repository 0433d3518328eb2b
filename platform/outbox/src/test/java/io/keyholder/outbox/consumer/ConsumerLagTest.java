package io.keyholder.outbox.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsumerLagTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final TopicPartition FIRST = new TopicPartition("audit.v1", 0);
    private static final TopicPartition SECOND = new TopicPartition("audit.v1", 1);

    private final ConsumerLag lag = new ConsumerLag(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldBeThatOfThePartitionThatIsFarthestBehind() {
        lag.fallBehind(FIRST, NOW.minusSeconds(10));
        lag.fallBehind(SECOND, NOW.minusSeconds(30));

        assertThat(lag.of(Topic.AUDIT)).isEqualTo(Duration.ofSeconds(30));
        assertThat(lag.of(Topic.ROOMS)).isZero();
    }

    @Test
    void shouldEndWhenAllIsTaken() {
        lag.fallBehind(FIRST, NOW.minusSeconds(10));

        lag.catchUp(FIRST);

        assertThat(lag.of(Topic.AUDIT)).isZero();
    }

    @Test
    void shouldForgetPartitionsThatAnotherProcessReads() {
        lag.fallBehind(FIRST, NOW.minusSeconds(10));

        lag.retain(List.of(SECOND));

        assertThat(lag.of(Topic.AUDIT)).isZero();
    }

    @Test
    void shouldNotBeNegativeWhenAClockIsAhead() {
        lag.fallBehind(FIRST, NOW.plusSeconds(10));

        assertThat(lag.of(Topic.AUDIT)).isZero();
    }
}
