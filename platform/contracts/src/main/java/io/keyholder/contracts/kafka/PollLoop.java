package io.keyholder.contracts.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Polls until it is closed, in one thread, which calls all that is protected here. Whatever fails, it begins again after a
 * pause, with a new consumer: a reader that gave up would be noticed by nobody.
 */
public abstract class PollLoop implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PollLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofMillis(500);

    /** How long to wait at most for what was committed: where to go on, it does not say. */
    private static final Duration PARTING = Duration.ofSeconds(1);

    private final String name;
    private final Supplier<Consumer<String, byte[]>> consumers;

    private volatile boolean closed;
    private volatile Optional<Consumer<String, byte[]>> active = Optional.empty();

    /**
     * @param name of the reader, in logs
     * @param consumers makes a consumer of text keys and byte values, without automatic commits
     */
    protected PollLoop(String name, Supplier<Consumer<String, byte[]>> consumers) {
        this.name = name;
        this.consumers = consumers;
    }

    /**
     * Says what the consumer is to read, and from where.
     *
     * @return false: it is not there yet; asked again after a pause
     */
    protected abstract boolean begin(Consumer<String, byte[]> consumer);

    /** Takes what a poll has brought, which may be nothing. */
    protected abstract void take(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> batch);

    /** Partitions end before what was read of them, or begin after it. */
    protected void outOfRange(Consumer<String, byte[]> consumer, OffsetOutOfRangeException e) {
        throw e;
    }

    /** Something failed; the loop is about to begin again. */
    protected void interrupted() {}

    /** It was closed, and reads nothing any more. */
    protected void ended() {}

    @Override
    public final void run() {
        while (!closed) {
            try {
                readUntilClosed();
            } catch (WakeupException closing) {
                LOG.debugf("event=%s.closing", name);
            } catch (Throwable e) {
                interrupted();
                LOG.warnf("event=%s.interrupted reason=\"%s\"", name, e.getMessage());
                pause(RETRY);
            }
        }
        ended();
    }

    @Override
    public final void close() {
        closed = true;
        active.ifPresent(Consumer::wakeup);
    }

    private void readUntilClosed() {
        Consumer<String, byte[]> consumer = consumers.get();
        try {
            active = Optional.of(consumer);
            read(consumer);
        } finally {
            consumer.close(CloseOptions.timeout(PARTING));
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        while (!closed && !begin(consumer)) {
            pause(RETRY);
        }
        while (!closed) {
            take(consumer, poll(consumer));
        }
    }

    private ConsumerRecords<String, byte[]> poll(Consumer<String, byte[]> consumer) {
        if (consumer.assignment().isEmpty()) {
            pause(POLL);
            return ConsumerRecords.empty();
        }
        try {
            return consumer.poll(POLL);
        } catch (OffsetOutOfRangeException e) {
            outOfRange(consumer, e);
            return ConsumerRecords.empty();
        }
    }

    private void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
