package io.keyholder.contracts;

import java.util.Objects;
import java.util.UUID;

/**
 * Somebody who can hold a role: a user (the token's {@code sub}) or a security group (an id in the token's {@code groups}),
 * always of one tenant. Two principals are the same when all three parts are.
 *
 * @param tenantId whose user or group it is
 * @param type which kind
 * @param id a user's {@code sub}, or a group's id in the token's {@code groups}
 */
public record Principal(UUID tenantId, Type type, String id) {

    /** The longest id, in UTF-16 characters. */
    public static final int MAX_ID_LENGTH = 255;

    public enum Type {
        USER,
        GROUP
    }

    public Principal {
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }

    /**
     * Whether a user or a group can have that id: 1 to 255 characters without white space at either end, control characters
     * and unpaired surrogates. Otherwise ids are taken as they are, whatever they look like: what looks the same is not.
     */
    public static boolean isId(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_ID_LENGTH
                && !isSpace(text.codePointAt(0))
                && !isSpace(text.codePointBefore(text.length()))
                && text.codePoints().noneMatch(c -> Character.isISOControl(c) || isSurrogate(c));
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isSurrogate(int c) {
        return Character.getType(c) == Character.SURROGATE;
    }
}
