package io.keyholder.contracts;

/** A record that cannot be understood, or that names a restriction this reader does not know. The message says why. */
public final class UnreadableEvent extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableEvent(String why) {
        super(why);
    }

    UnreadableEvent(String why, Throwable cause) {
        super(why, cause);
    }
}
