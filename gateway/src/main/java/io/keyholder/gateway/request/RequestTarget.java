package io.keyholder.gateway.request;

import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import java.util.Optional;

/**
 * The path and query a request names, kept as they were sent. The gateway and the services must read them alike: whatever
 * two readers could take for two different paths is refused rather than normalised.
 */
public final class RequestTarget {
    /** Of the printable characters, those that RFC 3986 lets stand nowhere in a path or a query. */
    private static final String NEVER_RAW = "\"#<>\\^`{|}";

    private RequestTarget() {}

    /** What is wrong with a request's target; empty when nothing is. */
    public static Optional<Violation> problemOf(String target) {
        if (!target.startsWith("/")) {
            return Optional.of(new Violation("path", ViolationCode.MALFORMED, "The request target is not a path."));
        }
        int end = target.indexOf('?');
        if (!isPlainPath(end < 0 ? target : target.substring(0, end))) {
            return Optional.of(new Violation("path", ViolationCode.MALFORMED, "The path is not in its plain form."));
        }
        if (end >= 0 && !isWellFormedQuery(target.substring(end + 1))) {
            return Optional.of(new Violation("query", ViolationCode.MALFORMED, "The query is not well-formed."));
        }
        return Optional.empty();
    }

    private static boolean isWellFormedQuery(String query) {
        for (int i = 0; i < query.length(); i++) {
            if (isNeverRaw(query.charAt(i)) || query.charAt(i) == '%' && escapedAt(query, i) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNeverRaw(char c) {
        return c <= ' ' || c >= 0x7F || NEVER_RAW.indexOf(c) >= 0;
    }

    private static boolean isPlainPath(String path) {
        int segmentStart = 1;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (isNeverRaw(c) || c == ';') {
                return false;
            }
            if (c == '%' && !isHarmlessEscape(path, i)) {
                return false;
            }
            if (c == '/' && i > 0) {
                if (isEmptyOrDots(path, segmentStart, i)) {
                    return false;
                }
                segmentStart = i + 1;
            }
        }
        int last = path.length();
        return segmentStart >= last || !isEmptyOrDots(path, segmentStart, last);
    }

    /** {@code //}, {@code /./} and {@code /../}. */
    private static boolean isEmptyOrDots(String path, int start, int end) {
        int length = end - start;
        return length == 0
                || length == 1 && path.charAt(start) == '.'
                || length == 2 && path.charAt(start) == '.' && path.charAt(start + 1) == '.';
    }

    /** An escape that stands neither for a separator, a dot, a control character nor for another escape. */
    private static boolean isHarmlessEscape(String path, int at) {
        int character = escapedAt(path, at);
        boolean isControl = character < ' ' || character == 0x7F;
        return !isControl && "/\\.;%?#".indexOf(character) < 0;
    }

    /** The byte that an escape stands for; less than 0 when it is none. */
    private static int escapedAt(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        return Character.digit(text.charAt(at + 1), 16) << 4 | Character.digit(text.charAt(at + 2), 16);
    }
}
