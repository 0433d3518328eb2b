package io.keyholder.access;

import java.util.concurrent.atomic.LongAdder;

/** How often it was decided how, since the process started. Counting costs a decision a few nanoseconds and no lock. */
public final class DecisionCounts {
    private final LongAdder allowed = new LongAdder();
    private final LongAdder[] denied = new LongAdder[DenialReason.values().length];

    DecisionCounts() {
        for (int i = 0; i < denied.length; i++) {
            denied[i] = new LongAdder();
        }
    }

    public long allowed() {
        return allowed.sum();
    }

    public long denied(DenialReason reason) {
        return denied[reason.ordinal()].sum();
    }

    void deny(DenialReason reason) {
        denied[reason.ordinal()].increment();
    }

    Decision counted(Decision decision) {
        switch (decision) {
            case Decision.Allowed yes -> allowed.increment();
            case Decision.Denied no -> deny(no.reason());
        }
        return decision;
    }
}
