package io.keyholder.testing.backend;

/** A Kafka that a test may take away and bring back, with the same address and the same data. */
public interface StoppableKafka extends KafkaBackend, AutoCloseable {

    /** Ends the process: connections are refused until {@link #start()}. Returns when it is gone. */
    void stop();

    /** Starts it again after {@link #stop()}. Returns when it answers requests. */
    void start();

    /** Freezes the process: connections are accepted by the kernel and nothing answers, until {@link #resume()}. */
    void pause();

    /** Lets it run on after {@link #pause()}. */
    void resume();

    /** Ends it for good and removes its data. */
    @Override
    void close();
}
