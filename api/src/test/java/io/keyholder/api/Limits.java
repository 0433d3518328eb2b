package io.keyholder.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a schema allows of a value. A limit where there was none is a tighter one. */
final class Limits {
    private static final List<String> UPPER = List.of("maxLength", "maxItems", "maximum", "maxProperties");
    private static final List<String> LOWER = List.of("minLength", "minItems", "minimum", "minProperties");

    private static final Set<String> FORMATS = Set.of("uuid", "date-time");

    private Limits() {}

    /** The limits that allow less than they did. How long an id or a time is, its format has said before. */
    static List<String> tightened(JsonNode was, JsonNode is) {
        if (FORMATS.contains(was.path("format").asText())) {
            return List.of();
        }
        List<String> tightened = new ArrayList<>();
        for (String limit : UPPER) {
            if (is.has(limit) && (!was.has(limit) || order(is, was, limit) < 0)) {
                tightened.add("has " + limit + " " + is.path(limit).asText());
            }
        }
        for (String limit : LOWER) {
            if (is.has(limit) && (was.has(limit) ? order(is, was, limit) > 0 : !isNone(limit, is))) {
                tightened.add("has " + limit + " " + is.path(limit).asText());
            }
        }
        if (is.has("pattern") && !is.path("pattern").equals(was.path("pattern"))) {
            tightened.add("has to match " + is.path("pattern").asText());
        }
        if (is.path("uniqueItems").asBoolean() && !was.path("uniqueItems").asBoolean()) {
            tightened.add("takes nothing twice");
        }
        return tightened;
    }

    /** Nothing is shorter than 0. */
    private static boolean isNone(String limit, JsonNode is) {
        return !limit.equals("minimum") && is.path(limit).asInt() == 0;
    }

    private static int order(JsonNode is, JsonNode was, String limit) {
        BigDecimal now = is.path(limit).decimalValue();
        return now.compareTo(was.path(limit).decimalValue());
    }
}
