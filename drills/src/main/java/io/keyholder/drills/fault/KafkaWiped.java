package io.keyholder.drills.fault;

import io.keyholder.localstack.LocalStack;

/** Kafka comes back with none of its data, as with a new volume. */
record KafkaWiped() implements Fault {
    private static final String KAFKA = "kafka";

    @Override
    public String name() {
        return "kafka-wiped";
    }

    @Override
    public void begin(LocalStack stack) {
        stack.kill(KAFKA);
        stack.wipe(KAFKA);
    }

    @Override
    public void end(LocalStack stack) {
        stack.start(KAFKA);
    }
}
