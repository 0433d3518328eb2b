package io.keyholder.outbox;

/** Told that events were committed: wakes the relay, in this process or in another. Never blocks and never fails. */
@FunctionalInterface
public interface CommitSignal {
    void committed();
}
