package io.keyholder.rooms.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who may import at present. What goes on at once in a process is bounded by bytes, and half of that is as much as one
 * tenant has: neither many imports nor many of one tenant keep others from importing for long.
 */
@ApplicationScoped
class ImportSlots {
    private static final int SMALLEST_PART = 2;

    private final ImportConfig config;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Map<UUID, Long> byTenant = new HashMap<>();
    private long total;

    ImportSlots(ImportConfig config) {
        this.config = config;
    }

    /** An import that goes on until this is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a turn.
     *
     * @param bytes of the body, as far as it says so
     * @return empty when there was none in time
     */
    Optional<Turn> await(UUID tenantId, Optional<Long> bytes) {
        long least = config.bytes() / SMALLEST_PART;
        long weight = Math.min(config.maxConcurrentBytes(), Math.max(least, bytes.orElse(config.bytes())));
        lock.lock();
        try {
            long left = config.maxWait().toNanos();
            while (!hasRoom(tenantId, weight)) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = changed.awaitNanos(left);
            }
            take(tenantId, weight);
            return Optional.of(() -> giveBack(tenantId, weight));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(UUID tenantId, long weight) {
        long own = byTenant.getOrDefault(tenantId, 0L);
        return total + weight <= config.maxConcurrentBytes()
                && (own == 0 || own + weight <= config.maxConcurrentBytes() / 2);
    }

    private void take(UUID tenantId, long weight) {
        total += weight;
        byTenant.merge(tenantId, weight, Long::sum);
    }

    private void giveBack(UUID tenantId, long weight) {
        lock.lock();
        try {
            total -= weight;
            byTenant.compute(tenantId, (tenant, own) -> own == null || own <= weight ? null : own - weight);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
