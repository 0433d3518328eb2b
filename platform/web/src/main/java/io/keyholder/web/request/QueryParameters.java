package io.keyholder.web.request;

import io.keyholder.problems.Violation;
import io.keyholder.web.ProblemException;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The request's query parameters: the endpoint must know each, and each must say something. */
@RequestScoped
public class QueryParameters {
    private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();

    private final HttpServerRequest request;
    private final RequestFacts facts;

    QueryParameters(HttpServerRequest request, RequestFacts facts) {
        this.request = request;
        this.facts = facts;
    }

    /** @throws ProblemException {@code invalid-request} naming every parameter that is unknown or empty */
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
        Set<String> known = facts.endpoint()
                .map(endpoint -> KNOWN.computeIfAbsent(endpoint, QueryParameters::namesOf))
                .orElse(Set.of());
        List<Violation> violations = new ArrayList<>();
        new TreeMap<>(parameters()).forEach((name, values) -> {
            if (!known.contains(name)) {
                violations.add(new Violation(name, "is not a parameter known here"));
            } else if (values.contains("")) {
                violations.add(new Violation(name, "has no value: say one, or leave it out"));
            }
        });
        return violations;
    }

    /** Of the query alone: the router puts the parameters of its own path among the request's. */
    private Map<String, List<String>> parameters() {
        try {
            return new QueryStringDecoder(request.query(), false).parameters();
        } catch (IllegalArgumentException notDecodable) {
            throw ProblemException.invalid("query", "is not well-formed: a percent sign is followed by two digits");
        }
    }

    private static Set<String> namesOf(Method endpoint) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : endpoint.getParameters()) {
            add(names, parameter.getAnnotation(QueryParam.class));
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(names, parameter.getType());
            }
        }
        return Set.copyOf(names);
    }

    private static void addFields(Set<String> names, @Nullable Class<?> type) {
        if (type != null) {
            for (Field field : type.getDeclaredFields()) {
                add(names, field.getAnnotation(QueryParam.class));
            }
            addFields(names, type.getSuperclass());
        }
    }

    private static void add(Set<String> names, @Nullable Annotation annotation) {
        if (annotation instanceof QueryParam query) {
            names.add(query.value());
        }
    }
}
