package io.keyholder.web.request;

import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import io.keyholder.web.shape.Shape;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The request's query parameters: the endpoint must know each, each must say something, and one that takes a single value
 * is given once: of two, nobody could tell which is meant.
 */
@RequestScoped
public class QueryParameters {
    private static final Map<Method, Map<String, Boolean>> KNOWN = new ConcurrentHashMap<>();

    private final HttpServerRequest request;
    private final RequestFacts facts;

    QueryParameters(HttpServerRequest request, RequestFacts facts) {
        this.request = request;
        this.facts = facts;
    }

    /** @throws ProblemException {@code invalid-request} naming every parameter that is unknown, empty or given twice */
    public void require() {
        List<Violation> violations = violations();
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
    }

    List<Violation> violations() {
        if (request.query() == null || request.query().isEmpty()) {
            return List.of();
        }
        Map<String, Boolean> known = facts.endpoint()
                .map(endpoint -> KNOWN.computeIfAbsent(endpoint, QueryParameters::namesOf))
                .orElse(Map.of());
        Map<String, List<String>> query = values();
        List<Violation> violations = new ArrayList<>();
        new TreeMap<>(query).forEach((name, values) -> {
            if (!known.containsKey(name)) {
                violations.add(new Violation(name, ViolationCode.UNKNOWN, "is not a parameter known here"));
            } else if (values.contains("")) {
                violations.add(new Violation(name, ViolationCode.REQUIRED, "has no value: say one, or leave it out"));
            } else if (values.size() > 1 && !known.get(name)) {
                violations.add(new Violation(
                        name, ViolationCode.DUPLICATE, "takes one value, and is given " + values.size() + " times"));
            }
        });
        facts.endpoint().flatMap(Shape::of).ifPresent(shape -> violations.addAll(shape.violations(query)));
        return violations;
    }

    /** Of the query alone: the router puts the parameters of its own path among the request's. */
    Map<String, List<String>> values() {
        try {
            return new QueryStringDecoder(request.query(), false).parameters();
        } catch (IllegalArgumentException notDecodable) {
            throw ProblemException.invalid(
                    "query", ViolationCode.MALFORMED, "is not well-formed: a percent sign is followed by two digits");
        }
    }

    /** Each name, and whether it takes several values. */
    private static Map<String, Boolean> namesOf(Method endpoint) {
        Map<String, Boolean> names = new HashMap<>();
        for (Parameter parameter : endpoint.getParameters()) {
            add(names, parameter.getAnnotation(QueryParam.class), parameter.getType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(names, parameter.getType());
            }
        }
        Shape.of(endpoint).ifPresent(shape -> shape.parameters().forEach(parameter -> names.put(parameter, true)));
        return Map.copyOf(names);
    }

    private static void addFields(Map<String, Boolean> names, @Nullable Class<?> type) {
        if (type != null) {
            for (Field field : type.getDeclaredFields()) {
                add(names, field.getAnnotation(QueryParam.class), field.getType());
            }
            addFields(names, type.getSuperclass());
        }
    }

    private static void add(Map<String, Boolean> names, @Nullable Annotation annotation, Class<?> type) {
        if (annotation instanceof QueryParam query) {
            names.put(query.value(), Collection.class.isAssignableFrom(type) || type.isArray());
        }
    }
}
