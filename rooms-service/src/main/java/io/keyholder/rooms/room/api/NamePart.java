package io.keyholder.rooms.room.api;

import io.keyholder.web.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The filter {@code q}: what a name shall contain. */
public final class NamePart {

    private NamePart() {}

    /** @throws ProblemException {@code invalid-request} for the one character that no name can contain */
    public static Optional<String> of(@Nullable String q) {
        if (q != null && q.indexOf('\0') >= 0) {
            throw ProblemException.invalid("q", "must not contain the character NUL");
        }
        return Optional.ofNullable(q).filter(text -> !text.isEmpty());
    }
}
