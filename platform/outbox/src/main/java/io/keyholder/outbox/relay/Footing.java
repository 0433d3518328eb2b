package io.keyholder.outbox.relay;

import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** On what a session sends: in which epoch, on which logs, and how far it has come. Used by the session's thread alone. */
final class Footing {
    private final int epoch;
    private final Map<Topic, String> logs;
    private final Map<TopicPartition, Long> acknowledged = new HashMap<>();
    private long lastId;

    Footing(int epoch, long lastId, Map<Topic, String> logs) {
        this.epoch = epoch;
        this.lastId = lastId;
        this.logs = Map.copyOf(logs);
    }

    Sequence position() {
        return positionOf(lastId);
    }

    Sequence positionOf(long id) {
        return new Sequence(epoch, id);
    }

    String log(Topic topic) {
        return logs.getOrDefault(topic, "");
    }

    /** Everything up to this event is acknowledged. */
    void reached(long id) {
        lastId = Math.max(lastId, id);
    }

    /** @return the topics on which something was put where something else had been */
    Set<Topic> acknowledged(Iterable<RecordMetadata> records) {
        Set<Topic> wentBack = EnumSet.noneOf(Topic.class);
        for (RecordMetadata record : records) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            Long before = acknowledged.put(partition, record.offset());
            if (before != null && before >= record.offset()) {
                Topic.named(record.topic()).ifPresent(wentBack::add);
            }
        }
        return wentBack;
    }

    boolean isStill(Topic topic, OwnTopics.Present now) {
        return log(topic).equals(now.log())
                && acknowledged.entrySet().stream()
                        .filter(last -> last.getKey().topic().equals(topic.topicName()))
                        .allMatch(last -> now.ends().getOrDefault(last.getKey().partition(), 0L) > last.getValue());
    }
}
