package io.keyholder.drills.fault;

import io.keyholder.localstack.LocalStack;
import io.keyholder.localstack.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A topic is gone, and its owner is not told to make it anew: nobody writes or reads it until it is. */
final class TopicMissing implements Fault {
    private static final String TOPIC = "relationships.v1";
    private static final String OWNER = "tenant-relationship-service";

    private final TopicsDeleted deletion = new TopicsDeleted(List.of(TOPIC));

    @Override
    public String name() {
        return "topic-missing";
    }

    @Override
    public void prepare(LocalStack stack) {
        stack.restart(OWNER, new Surroundings(List.of(), Map.of("KEYHOLDER_OUTBOX_MAKE_LOST_TOPICS", "false")));
    }

    @Override
    public void begin(LocalStack stack) {
        deletion.begin(stack);
    }

    /** As an operator does who has seen why it is gone. */
    @Override
    public void end(LocalStack stack) {
        stack.restart(OWNER, Surroundings.USUAL);
    }

    @Override
    public Duration duration() {
        return Duration.ofSeconds(20);
    }

    @Override
    public boolean isStale() {
        return true;
    }
}
