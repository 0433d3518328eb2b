package io.keyholder.web.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import io.keyholder.web.request.QueryParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads bodies strictly: unknown fields, wrong types and broken constraints are refused, each by its name. */
@ApplicationScoped
public class BodyParser {
    /** What the validator adds to {@code roomIds[2]} to say that the element itself is meant. */
    private static final Pattern ELEMENT_MARK = Pattern.compile("\\.<[a-z ]+>");

    private final ObjectMapper mapper;
    private final Validator validator;
    private final QueryParameters queryParameters;

    BodyParser(ObjectMapper mapper, Validator validator, QueryParameters queryParameters) {
        this.mapper = mapper;
        this.validator = validator;
        this.queryParameters = queryParameters;
    }

    /**
     * Reads a part of a body that holds several, such as a line.
     *
     * @throws ProblemException {@code invalid-request} naming every field that is wrong or unknown
     */
    public <T> T read(byte[] bytes, Class<T> type) {
        return content(bytes, mapper.constructType(type));
    }

    /** The same, of what is a tree already. */
    public <T> T read(JsonNode content, Class<T> type) {
        try {
            return validated(mapper.treeToValue(content, type));
        } catch (JsonProcessingException e) {
            throw ProblemException.invalid(List.of(JsonViolations.of(e)));
        }
    }

    <T> T read(byte[] bytes, JavaType type) {
        queryParameters.require();
        return content(bytes, type);
    }

    private <T> T content(byte[] bytes, JavaType type) {
        if (bytes.length == 0) {
            return content("{}".getBytes(UTF_8), type);
        }
        Utf8.require(bytes);
        try {
            T content = mapper.readValue(bytes, type);
            if (content == null) {
                throw ProblemException.invalid("body", ViolationCode.WRONG_TYPE, "must be an object, not null");
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
            return read(mapper.writeValueAsBytes(patched(bytes, current)), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree is always serialisable", e);
        }
    }

    <T> SortedSet<String> changes(byte[] bytes, T current) {
        SortedSet<String> changed = new TreeSet<>();
        difference("", mapper.valueToTree(current), patched(bytes, current), changed);
        return changed;
    }

    private <T> JsonNode patched(byte[] bytes, T current) {
        JsonNode patch = tree(bytes);
        if (!patch.isObject()) {
            throw ProblemException.invalid("body", ViolationCode.WRONG_TYPE, "must be an object: a merge patch");
        }
        return merged(mapper.valueToTree(current), patch);
    }

    private static void difference(String path, JsonNode before, JsonNode after, SortedSet<String> changed) {
        if (!before.isObject() || !after.isObject()) {
            if (!before.equals(after)) {
                changed.add(path);
            }
            return;
        }
        Set<String> names = new HashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        String prefix = path.isEmpty() ? "" : path + ".";
        names.forEach(name -> difference(prefix + name, before.path(name), after.path(name), changed));
    }

    /** By the one mapper, so that a patch is read as strictly as any other body. */
    private JsonNode tree(byte[] bytes) {
        Utf8.require(bytes);
        try (JsonParser parser = mapper.createParser(bytes)) {
            return tree(parser);
        } catch (JsonProcessingException e) {
            throw ProblemException.invalid(List.of(JsonViolations.of(e)));
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory are always readable", e);
        }
    }

    private JsonNode tree(JsonParser parser) throws IOException {
        try {
            JsonNode content = mapper.reader(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(parser);
            return content == null ? MissingNode.getInstance() : content;
        } catch (NumberFormatException outOfRange) {
            // An exponent that no number here can have. Jackson lets it through as it is.
            throw ProblemException.invalid(List.of(JsonViolations.ofNumber(parser.getParsingContext())));
        }
    }

    /** RFC 7396, section 2. */
    private static JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode there ? there : JsonNodeFactory.instance.objectNode();
        patch.forEachEntry((name, value) -> {
            if (value.isNull()) {
                result.remove(name);
            } else {
                result.set(name, merged(result.get(name), value));
            }
        });
        return result;
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
        return new Violation(ELEMENT_MARK.matcher(field).replaceAll(""), Constraints.codeOf(found), found.getMessage());
    }
}
