package io.keyholder.gateway.request;

import java.util.Optional;

/**
 * The path a request names, kept as it was sent. The gateway and the services must read it alike: whatever two readers
 * could take for two different paths is refused rather than normalised.
 */
public final class RequestPath {
    private static final String MALFORMED = "The path is not in its plain form.";

    private RequestPath() {}

    /** What is wrong with the path of a request's target; empty when nothing is. */
    public static Optional<String> problemOf(String target) {
        if (!target.startsWith("/")) {
            return Optional.of("The request target is not a path.");
        }
        int end = target.indexOf('?');
        String path = end < 0 ? target : target.substring(0, end);
        return isPlain(path) ? Optional.empty() : Optional.of(MALFORMED);
    }

    private static boolean isPlain(String path) {
        int segmentStart = 1;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '\\' || c == ';' || c == '#') {
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
        if (at + 2 >= path.length()) {
            return false;
        }
        int high = Character.digit(path.charAt(at + 1), 16);
        int low = Character.digit(path.charAt(at + 2), 16);
        if (high < 0 || low < 0) {
            return false;
        }
        int character = high << 4 | low;
        boolean isControl = character < ' ' || character == 0x7F;
        return !isControl && "/\\.;%?#".indexOf(character) < 0;
    }
}
