package io.keyholder.web.answer;

import io.keyholder.web.shape.Shapeable;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an operation answers with. The type of its body is the type in the reference; its status there is 200, or what the
 * operation's {@code @ResponseStatus} says.
 *
 * @param <T> what is written as JSON; {@link Void} for an answer without a body
 */
@Shapeable
public final class Answer<T> {
    private final int status;
    /** The reference describes the body by this field's type. */
    private final @Nullable T body;

    private final @Nullable RenderedAnswer rendered;
    private final @Nullable Version version;
    private final Map<String, String> headers;

    private Answer(int status, @Nullable T body, @Nullable Version version, Map<String, String> headers) {
        this(status, body, null, version, headers);
    }

    private Answer(
            int status,
            @Nullable T body,
            @Nullable RenderedAnswer rendered,
            @Nullable Version version,
            Map<String, String> headers) {
        this.status = status;
        this.body = body;
        this.rendered = rendered;
        this.version = version;
        this.headers = headers;
    }

    /** 200 with a resource, as it is now. */
    public static <T extends Versioned> Answer<T> of(T resource) {
        return new Answer<>(200, resource, resource.version(), Map.of());
    }

    /** 200 with something that is no resource, and so has no ETag. */
    public static <T> Answer<T> plain(T body) {
        return new Answer<>(200, body, null, Map.of());
    }

    /** 201 with what was created. */
    public static <T extends Versioned> Answer<T> created(String location, T resource) {
        return new Answer<>(201, resource, resource.version(), Map.of(HttpHeaders.LOCATION, location));
    }

    /** 201 with a summary of what was created, where it is not a single resource. */
    public static <T> Answer<T> createdMany(T summary) {
        return new Answer<>(201, summary, null, Map.of());
    }

    /** 202 with what now waits for somebody's decision, and where it can be read. */
    public static <T extends Versioned> Answer<T> accepted(String location, T waiting) {
        return new Answer<>(202, waiting, waiting.version(), Map.of(HttpHeaders.LOCATION, location));
    }

    /** 204. */
    public static <T> Answer<T> deleted() {
        return new Answer<>(204, null, null, Map.of());
    }

    /** An answer that was rendered before: within the transaction of a change, or when it was given first. */
    public static <T> Answer<T> rendered(RenderedAnswer rendered) {
        return new Answer<>(rendered.status(), null, rendered, null, Map.of());
    }

    /** The same with one more header. */
    public Answer<T> with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer<>(status, body, rendered, version, Map.copyOf(more));
    }

    int status() {
        return status;
    }

    @Nullable
    T body() {
        return body;
    }

    Optional<RenderedAnswer> rendered() {
        return Optional.ofNullable(rendered);
    }

    Optional<Version> version() {
        return Optional.ofNullable(version);
    }

    Map<String, String> headers() {
        return headers;
    }
}
