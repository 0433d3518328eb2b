package io.keyholder.outbox.consumer;

/** A batch could not be taken and is to be read again. Its transaction was rolled back. */
final class DeliveryFailed extends Exception {
    private static final long serialVersionUID = 1L;

    DeliveryFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
