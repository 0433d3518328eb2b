package io.keyholder.web.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of bodies are held at the same time, by all requests and by those of one caller: many that are each
 * allowed must not fill the memory together, nor one caller's keep everybody else's out.
 */
@ApplicationScoped
class BodiesInFlight {
    /** Of the memory, for all. */
    private static final int SHARE = 4;

    /** Of that, for one caller: an import of 16 MiB must find room in a service of 256 MiB. */
    private static final int SHARE_OF_ONE = 2;

    private final long most;
    private final AtomicLong held = new AtomicLong();
    private final ConcurrentMap<String, Long> byCaller = new ConcurrentHashMap<>();

    @Inject
    BodiesInFlight() {
        this(Runtime.getRuntime().maxMemory());
    }

    BodiesInFlight(long memory) {
        this.most = memory / SHARE;
    }

    /** Takes as many more, if they are left. */
    boolean take(String caller, long bytes) {
        long mine = byCaller.merge(caller, bytes, Long::sum);
        if (mine > most / SHARE_OF_ONE || held.addAndGet(bytes) > most) {
            if (mine <= most / SHARE_OF_ONE) {
                held.addAndGet(-bytes);
            }
            forget(caller, bytes);
            return false;
        }
        return true;
    }

    void giveBack(String caller, long bytes) {
        held.addAndGet(-bytes);
        forget(caller, bytes);
    }

    private void forget(String caller, long bytes) {
        byCaller.computeIfPresent(caller, (name, mine) -> mine == bytes ? null : Long.valueOf(mine - bytes));
    }

    long held() {
        return held.get();
    }
}
