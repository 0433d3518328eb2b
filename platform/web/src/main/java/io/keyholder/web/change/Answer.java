package io.keyholder.web.change;

import io.keyholder.problems.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a change is answered with.
 *
 * @param body written as JSON; null: none
 * @param location of what was created
 * @param version of the resource, for its ETag; empty: it is none, and has no ETag
 * @param headers of this endpoint alone
 */
public record Answer(
        int status,
        @Nullable Object body,
        Optional<String> location,
        Optional<String> version,
        Map<String, String> headers) {

    private Answer(int status, @Nullable Object body, Optional<String> location, Optional<String> version) {
        this(status, body, location, version, Map.of());
    }

    /** 201 with the resource. */
    public static Answer created(String location, Versioned resource) {
        return new Answer(201, resource, Optional.of(location), Optional.of(resource.version()));
    }

    /** 201 for something that is no single resource, such as an import. */
    public static Answer createdMany(Object summary) {
        return new Answer(201, summary, Optional.empty(), Optional.empty());
    }

    /** 200 for what would be done, and was not. */
    public static Answer told(Object summary) {
        return new Answer(200, summary, Optional.empty(), Optional.empty());
    }

    /** 200 with the resource as it is now. */
    public static Answer done(Versioned resource) {
        return new Answer(200, resource, Optional.empty(), Optional.of(resource.version()));
    }

    /** 202 with what waits for somebody's decision, and where it can be read. */
    public static Answer accepted(String location, Versioned waiting) {
        return new Answer(202, waiting, Optional.of(location), Optional.of(waiting.version()));
    }

    /** 204. */
    public static Answer deleted() {
        return new Answer(204, null, Optional.empty(), Optional.empty());
    }

    /** A refusal that commits what was done because of it. */
    static Answer refused(Problem problem) {
        return new Answer(problem.status(), problem, Optional.empty(), Optional.empty());
    }

    /** The same with one more header. */
    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, body, location, version, Map.copyOf(more));
    }
}
