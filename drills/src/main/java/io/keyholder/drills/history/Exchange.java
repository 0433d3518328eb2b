package io.keyholder.drills.history;

/**
 * A request and what came of it. Times are of this machine's monotonic clock, in nanoseconds. A change that was repeated until it
 * was answered is one exchange, from the first request to the answer.
 *
 * @param scene whose it is: changes of one scene follow one another
 * @param subject the id of what was changed or read
 * @param value what it was changed to, such as a name; may be empty
 * @param status that of the answer, or {@link #UNANSWERED}
 * @param attentive whether the request carried the consistency token of the scene's last change
 */
public record Exchange(
        String scene,
        Kind kind,
        String subject,
        String value,
        long asked,
        long answered,
        int status,
        boolean attentive) {

    /** Whether it took effect, and when, nobody knows. */
    public static final int UNANSWERED = 0;

    /** Whether it is known to have been done. */
    public boolean isAcknowledged() {
        return status / 100 == 2;
    }

    /** Whether it may have taken effect: what was refused has not. */
    public boolean isPossible() {
        return isAcknowledged() || status == UNANSWERED;
    }
}
