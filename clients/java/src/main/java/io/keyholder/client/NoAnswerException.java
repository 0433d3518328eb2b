package io.keyholder.client;

import java.io.Serial;

/** Nothing was answered. Whether what was asked for was done is not known, but for what only reads. */
public final class NoAnswerException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    NoAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
