package io.keyholder.problems;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of RFC 9457. Never holds a stack trace, a class name or SQL: whoever makes one writes {@code detail} for the
 * caller.
 *
 * @param type stable reference, {@code /problems/<slug>}, which answers with a page
 * @param title the kind of problem in a few words, the same every time
 * @param status HTTP status, as sent
 * @param detail what was wrong this time
 * @param instance path of the request
 * @param traceId W3C trace id of the request, to be named to support
 * @param violations what is wrong with which field; empty but for refused input
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "traceId", "violations"})
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable String traceId,
        List<Violation> violations) {

    /** Media type of {@link #toJson()}. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        violations = List.copyOf(violations);
    }

    /** A problem whose page says all there is to say: its meaning is its detail. */
    public static Problem of(ProblemType type) {
        return of(type, type.meaning());
    }

    /** A problem with what was wrong this time. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, null, null, List.of());
    }

    /** The same problem, placed: at which path, in which trace. Either is left out of the answer when it is null. */
    public Problem at(@Nullable String path, @Nullable String trace) {
        return new Problem(type, title, status, detail, path, trace, violations);
    }

    /** The same problem, with one more sentence to what was wrong. */
    public Problem adding(String sentence) {
        String longer = detail == null ? sentence : detail + " " + sentence;
        return new Problem(type, title, status, longer, instance, traceId, violations);
    }

    /** The same problem with what is wrong with which field. */
    public Problem withViolations(List<Violation> found) {
        return new Problem(type, title, status, detail, instance, traceId, found);
    }

    /** The answer's body; the same as a JSON mapper makes of this record. */
    @JsonIgnore
    public String toJson() {
        JsonObject json = new JsonObject().put("type", type).put("title", title).put("status", status);
        putIfThere(json, "detail", detail);
        putIfThere(json, "instance", instance);
        putIfThere(json, "traceId", traceId);
        if (!violations.isEmpty()) {
            JsonArray list = new JsonArray();
            violations.forEach(v -> list.add(new JsonObject()
                    .put("field", v.field())
                    .put("code", v.code().name())
                    .put("message", v.message())));
            json.put("violations", list);
        }
        return json.encode();
    }

    private static void putIfThere(JsonObject json, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            json.put(name, value);
        }
    }
}
