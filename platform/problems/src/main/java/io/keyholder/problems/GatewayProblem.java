package io.keyholder.problems;

/** What the gateway answers with when a service does not answer as it should, or too much is asked. */
public enum GatewayProblem implements ProblemType {
    QUOTA_EXCEEDED(
            429,
            "Too many requests",
            "You, or your organisation as a whole, have sent more requests than the rate allows.",
            "Wait for the seconds in `Retry-After`. Every answer's `RateLimit` header says what is left."),
    BAD_GATEWAY(
            502,
            "The service gave no usable answer",
            "The service that owns this address broke the connection, or sent something that is not an answer. Whether"
                    + " the change was made is unknown.",
            "Try again in a moment, a change with the same `Idempotency-Key`."),
    GATEWAY_TIMEOUT(
            504,
            "The service did not answer in time",
            "The service that owns this address took too long. Whether the change was made is unknown.",
            "Try again, a change with the same `Idempotency-Key`.");

    private final Words words;

    GatewayProblem(int status, String title, String meaning, String remedy) {
        this.words = new Words(status, title, meaning, remedy);
    }

    @Override
    public Words words() {
        return words;
    }
}
