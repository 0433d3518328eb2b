package io.keyholder.web.body;

import com.fasterxml.jackson.databind.JavaType;
import java.util.Arrays;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A request's body that is not read yet. The contract puts authorisation before validation, so a resource authorises first
 * and then asks for the content.
 *
 * @param <T> what it is read as
 */
public final class Body<T> {
    /** Once it has been read. The reference describes the body by this field's type. */
    private @Nullable T content;

    private final byte[] bytes;
    private final JavaType type;
    private final BodyParser parser;

    Body(byte[] bytes, JavaType type, BodyParser parser) {
        this.bytes = bytes;
        this.type = type;
        this.parser = parser;
    }

    /**
     * The content, read strictly and validated.
     *
     * @throws ProblemException {@code invalid-request} naming every field that is wrong or unknown
     */
    public T read() {
        T known = content;
        if (known == null) {
            known = parser.read(bytes, type);
            content = known;
        }
        return known;
    }

    /**
     * The content as an RFC 7396 merge patch, applied to what is there now.
     *
     * @param current what a caller may change of the resource, as it is
     * @throws ProblemException {@code invalid-request} naming every field that is wrong or unknown
     */
    public T patch(T current) {
        return parser.patch(bytes, current, type);
    }

    /**
     * The fields that a merge patch would change, each by its path ({@code location.city}). They are not validated: who may
     * not change a field is told so, whatever it was to become.
     *
     * @param current as for {@link #patch}
     * @throws ProblemException {@code invalid-request} when the body is no merge patch
     */
    public SortedSet<String> changes(T current) {
        return parser.changes(bytes, current);
    }

    /** The bytes as they came. The array is a copy. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }
}
