package io.keyholder.outbox;

/** No change can be taken at present: whoever asked for one may try again in a moment. */
public final class OutboxUnavailable extends IllegalStateException {
    public OutboxUnavailable(String message) {
        super(message);
    }
}
