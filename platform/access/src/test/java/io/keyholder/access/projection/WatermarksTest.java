package io.keyholder.access.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WatermarksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final TopicPartition FIRST = new TopicPartition("tenants.v1", 0);
    private static final TopicPartition SECOND = new TopicPartition("tenants.v1", 1);
    private static final TopicPartition OTHER_TOPIC = new TopicPartition("roles.v1", 0);

    private final Watermarks watermarks = new Watermarks(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(10));

    private void record(TopicPartition partition, Duration age) {
        String owner = partition.topic().equals("roles.v1") ? "rbac-service" : "tenant-relationship-service";
        watermarks.record(partition, new Watermark(owner, NOW.minus(age), new Sequence(1, 0), "log"));
    }

    @Test
    void shouldNotBeFreshBeforeAnythingIsKnown() {
        assertThat(watermarks.isFresh()).isFalse();
        assertThat(watermarks.lag()).isNull();
    }

    @Test
    void shouldBeFreshUpToTheBound() {
        watermarks.begin(List.of(FIRST));
        record(FIRST, Duration.ofSeconds(10));

        assertThat(watermarks.isFresh()).isTrue();
        assertThat(watermarks.lag()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void shouldNotBeFreshBeyondTheBound() {
        watermarks.begin(List.of(FIRST));
        record(FIRST, Duration.ofSeconds(10).plusMillis(1));

        assertThat(watermarks.isFresh()).isFalse();
    }

    @Test
    void shouldTellTheTopicThatIsNotFresh() {
        watermarks.begin(List.of(FIRST, OTHER_TOPIC));
        record(FIRST, Duration.ZERO);
        record(OTHER_TOPIC, Duration.ofSeconds(11));

        assertThat(watermarks.isFresh(Topic.TENANTS)).isTrue();
        assertThat(watermarks.isFresh(Topic.ROLES)).isFalse();
    }

    @Test
    void shouldNeedEveryPartition() {
        watermarks.begin(List.of(FIRST, SECOND, OTHER_TOPIC));
        record(FIRST, Duration.ZERO);
        record(SECOND, Duration.ZERO);

        assertThat(watermarks.isFresh()).isFalse();

        record(OTHER_TOPIC, Duration.ofSeconds(11));

        assertThat(watermarks.isFresh()).isFalse();

        record(OTHER_TOPIC, Duration.ZERO);

        assertThat(watermarks.isFresh()).isTrue();
    }

    @Test
    void shouldTolerateAClockThatIsASecondAhead() {
        watermarks.begin(List.of(FIRST));
        record(FIRST, Duration.ofSeconds(-1));

        assertThat(watermarks.isFresh()).isTrue();
    }

    @Test
    void shouldNotTrustTheFuture() {
        watermarks.begin(List.of(FIRST));
        record(FIRST, Duration.ofSeconds(-1).minusMillis(1));

        assertThat(watermarks.isFresh()).isFalse();
    }

    /** Whoever else writes on the topic does not know what its owner has committed. */
    @Test
    void shouldBelieveNobodyButTheOwnerOfTheTopic() {
        watermarks.begin(List.of(FIRST));
        watermarks.record(FIRST, new Watermark("rooms-service", NOW, new Sequence(1, 0), "log"));

        assertThat(watermarks.isFresh()).isFalse();
    }

    @Test
    void shouldKnowUpToWhenATopicIsComplete() {
        watermarks.begin(List.of(FIRST, SECOND, OTHER_TOPIC));
        record(FIRST, Duration.ofSeconds(1));

        assertThat(watermarks.hasEverythingBefore(Topic.TENANTS, NOW.minusSeconds(1)))
                .isFalse();

        record(SECOND, Duration.ofSeconds(2));

        assertThat(watermarks.hasEverythingBefore(Topic.TENANTS, NOW.minusSeconds(1)))
                .isFalse();
        assertThat(watermarks.hasEverythingBefore(Topic.TENANTS, NOW.minusSeconds(2)))
                .isTrue();
    }

    @Test
    void shouldNotKnowOfATopicOfWhichItReadsNothing() {
        assertThat(watermarks.hasEverythingBefore(Topic.TENANTS, Instant.EPOCH)).isFalse();
    }
}
