package io.keyholder.localstack.demo;

/** An answer is not what the story says. The message holds request and answer. */
public final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexpectedAnswer(String message) {
        super(message);
    }
}
