package io.keyholder.contracts.kafka;

import io.keyholder.contracts.Topic;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;

/** All topics as they are to be made. */
public final class TopicDefinitions {
    private static final int DEAD_LETTER_PARTITIONS = 1;

    private TopicDefinitions() {}

    /** @param replicationFactor how many brokers keep each partition */
    public static List<NewTopic> all(short replicationFactor) {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topics.add(new NewTopic(topic.topicName(), Topic.PARTITIONS, replicationFactor)
                    .configs(topic.configuration()));
            if (!topic.isDecisive()) {
                topics.add(new NewTopic(topic.deadLetters(), DEAD_LETTER_PARTITIONS, replicationFactor)
                        .configs(Topic.deadLettersConfiguration()));
            }
        }
        return topics;
    }
}
