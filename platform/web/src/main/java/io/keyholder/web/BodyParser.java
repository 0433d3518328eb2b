package io.keyholder.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.problems.Violation;
import io.keyholder.web.request.QueryNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Reads bodies strictly: unknown fields, wrong types and broken constraints are refused, each by its name. */
@ApplicationScoped
public class BodyParser {
    /** What the validator adds to {@code roomIds[2]} to say that the element itself is meant. */
    private static final Pattern ELEMENT_MARK = Pattern.compile("\\.<[a-z ]+>");

    private final ObjectMapper mapper;
    private final Validator validator;
    private final QueryNames queryNames;

    BodyParser(ObjectMapper mapper, Validator validator, QueryNames queryNames) {
        this.mapper = mapper;
        this.validator = validator;
        this.queryNames = queryNames;
    }

    /**
     * Reads a part of a body that holds several, such as a line.
     *
     * @throws ProblemException {@code invalid-request} naming every field that is wrong or unknown
     */
    public <T> T read(byte[] bytes, Class<T> type) {
        return read(bytes, mapper.constructType(type));
    }

    <T> T read(byte[] bytes, JavaType type) {
        queryNames.refuseUnknown();
        if (bytes.length == 0) {
            return read("{}".getBytes(UTF_8), type);
        }
        try {
            T content = mapper.readValue(bytes, type);
            if (content == null) {
                throw ProblemException.invalid("body", "must be an object, not null");
            }
            return validated(content);
        } catch (JsonProcessingException e) {
            throw ProblemException.invalid(List.of(JsonViolations.of(e)));
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory are always readable", e);
        }
    }

    <T> T patch(byte[] bytes, T current, JavaType type) {
        try {
            JsonValue target = structure(mapper.writeValueAsBytes(current));
            JsonStructure patch = structure(bytes);
            if (patch.getValueType() != JsonValue.ValueType.OBJECT) {
                throw ProblemException.invalid("body", "must be an object: a merge patch");
            }
            JsonValue merged = Json.createMergePatch(patch).apply(target);
            return read(merged.toString().getBytes(UTF_8), type);
        } catch (JsonException e) {
            throw ProblemException.invalid("body", "is not well-formed JSON");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is there is always serialisable", e);
        }
    }

    private static JsonStructure structure(byte[] bytes) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.read();
        }
    }

    /**
     * The content, if it keeps its constraints.
     *
     * @throws ProblemException {@code invalid-request} naming every field that is wrong
     */
    public <T> T validated(T content) {
        List<Violation> violations = validator.validate(content).stream()
                .map(BodyParser::violation)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return content;
    }

    private static Violation violation(ConstraintViolation<?> found) {
        String field = found.getPropertyPath().toString();
        return new Violation(ELEMENT_MARK.matcher(field).replaceAll(""), found.getMessage());
    }
}
