package io.keyholder.web.body;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.Times;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what Jackson did not like in words for a caller: never a class name, never a stack trace. */
final class JsonViolations {

    private static final int LONGEST_NAME = 100;
    private static final String OUT_OF_RANGE = "must be a number of its kind and not so large";

    private JsonViolations() {}

    static Violation of(JsonProcessingException e) {
        if (e instanceof JsonMappingException wrapped && e.getCause() instanceof StreamConstraintsException exceeded) {
            return ofBounds(exceeded, path(wrapped));
        }
        return e instanceof StreamConstraintsException exceeded ? ofBounds(exceeded, "body") : ofContent(e);
    }

    /** One number is at fault by itself; of many values, or levels, no single one is. */
    private static Violation ofBounds(StreamConstraintsException exceeded, String path) {
        return String.valueOf(exceeded.getMessage()).startsWith("Number")
                ? new Violation(path, ViolationCode.OUT_OF_RANGE, "must be a number of its kind and not so large")
                : new Violation(
                        "body", ViolationCode.TOO_LONG, "holds more values, or deeper or longer ones, than are read");
    }

    private static Violation ofContent(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                new Violation(path(unknown), ViolationCode.UNKNOWN, "is not a field known here");
            case InvalidFormatException wrong ->
                new Violation(
                        path(wrong),
                        isEnum(wrong) ? ViolationCode.NOT_ALLOWED : ViolationCode.MALFORMED,
                        expected(wrong));
            case ValueInstantiationException refused -> new Violation(path(refused), codeOf(refused), reason(refused));
            case MismatchedInputException wrong ->
                new Violation(path(wrong), ViolationCode.WRONG_TYPE, kind(wrong.getTargetType()));
            case JsonMappingException other
            when other.getCause() instanceof InputCoercionException ->
                new Violation(path(other), ViolationCode.OUT_OF_RANGE, OUT_OF_RANGE);
            case JsonMappingException other -> new Violation(path(other), ViolationCode.MALFORMED, "cannot be read");
            default -> new Violation("body", ViolationCode.MALFORMED, "is not well-formed JSON" + place(e));
        };
    }

    /** @param place where the parser met a number that is larger or finer than any can be here */
    static Violation ofNumber(JsonStreamContext place) {
        StringBuilder path = new StringBuilder();
        for (JsonPointer step = place.pathAsPointer(); !step.matches(); step = step.tail()) {
            if (step.mayMatchElement()) {
                path.append('[').append(step.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(shortened(step.getMatchingProperty()));
            }
        }
        return new Violation(path.isEmpty() ? "body" : path.toString(), ViolationCode.OUT_OF_RANGE, OUT_OF_RANGE);
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(shortened(step.getFieldName()));
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    /** A caller's own names are repeated, but not at any length. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    private static boolean isEnum(InvalidFormatException wrong) {
        return wrong.getTargetType() != null && wrong.getTargetType().isEnum();
    }

    /** A record without what it needs cannot be made; a text or number that breaks a rule of its own says which. */
    private static ViolationCode codeOf(ValueInstantiationException refused) {
        return refused.getCause() instanceof NullPointerException ? ViolationCode.REQUIRED : ViolationCode.MALFORMED;
    }

    private static String expected(InvalidFormatException wrong) {
        Class<?> target = wrong.getTargetType();
        if (isEnum(wrong)) {
            return "must be one of "
                    + Arrays.stream(target.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return kind(target);
    }

    private static String kind(@Nullable Class<?> target) {
        if (target == null) {
            return "is of the wrong kind";
        }
        if (target == UUID.class) {
            return "must be an id (UUID)";
        }
        if (target == Instant.class) {
            return Times.RULE;
        }
        if (target == boolean.class || target == Boolean.class) {
            return "must be true or false";
        }
        if (target.isPrimitive() || Number.class.isAssignableFrom(target)) {
            return "must be a whole number";
        }
        if (target == String.class) {
            return "must be a text";
        }
        return Iterable.class.isAssignableFrom(target) ? "must be a list" : "must be an object";
    }

    /** Records check themselves as they are made; what they say is written for people. */
    private static String reason(ValueInstantiationException refused) {
        return refused.getCause() instanceof IllegalArgumentException said && said.getMessage() != null
                ? said.getMessage()
                : "is incomplete";
    }
}
