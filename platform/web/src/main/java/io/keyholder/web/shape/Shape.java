package io.keyholder.web.shape;

import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import jakarta.ws.rs.GET;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What an endpoint that reads resources can be asked to show of them: what their view has, and what it can be expanded by. */
public final class Shape {
    public static final String FIELDS = "fields";
    public static final String EXPAND = "expand";

    private static final Map<Method, Optional<Shape>> OF_ENDPOINTS = new ConcurrentHashMap<>();

    private final Set<String> fields = new LinkedHashSet<>();
    private final Map<String, Expansion> expansions = new LinkedHashMap<>();

    /** @param ids where the view has the id, or ids */
    record Expansion(RecordComponent ids, String kind) {}

    private Shape(Class<?> view) {
        for (RecordComponent component : view.getRecordComponents()) {
            fields.add(component.getName());
            component.getAccessor().setAccessible(true);
            for (Expandable expandable : component.getAnnotationsByType(Expandable.class)) {
                expansions.put(expandable.as(), new Expansion(component, expandable.kind()));
            }
        }
    }

    /** Empty for an endpoint that does something else than to read resources. */
    public static Optional<Shape> of(Method endpoint) {
        return OF_ENDPOINTS.computeIfAbsent(endpoint, Shape::read);
    }

    private static Optional<Shape> read(Method endpoint) {
        if (endpoint.isAnnotationPresent(GET.class)
                && endpoint.getGenericReturnType() instanceof ParameterizedType answer
                && endpoint.getReturnType().isAnnotationPresent(Shapeable.class)
                && answer.getActualTypeArguments()[0] instanceof Class<?> view
                && view.isRecord()) {
            return Optional.of(new Shape(view));
        }
        return Optional.empty();
    }

    /** The query parameters that such an endpoint takes besides its own. */
    public Set<String> parameters() {
        return expansions.isEmpty() ? Set.of(FIELDS) : Set.of(FIELDS, EXPAND);
    }

    Optional<Expansion> expansion(String name) {
        return Optional.ofNullable(expansions.get(name));
    }

    /** What is asked for and is not there. A parameter that the endpoint does not take, or that says nothing, is none of it. */
    public List<Violation> violations(Map<String, List<String>> query) {
        List<Violation> violations = new ArrayList<>();
        addUnknown(FIELDS, query, fields, violations);
        addUnknown(EXPAND, query, expansions.keySet(), violations);
        return violations;
    }

    private void addUnknown(
            String parameter, Map<String, List<String>> query, Set<String> known, List<Violation> violations) {
        boolean isSaid = parameters().contains(parameter)
                && !query.getOrDefault(parameter, List.of()).contains("");
        if (isSaid && !known.containsAll(names(parameter, query))) {
            violations.add(new Violation(
                    parameter,
                    ViolationCode.UNKNOWN,
                    "names something that is not there; there is " + String.join(", ", known)));
        }
    }

    /** A list of names, separated by commas, given once or more than once. */
    static Set<String> names(String parameter, Map<String, List<String>> query) {
        Set<String> names = new LinkedHashSet<>();
        query.getOrDefault(parameter, List.of()).forEach(value -> names.addAll(List.of(value.split(",", -1))));
        return names;
    }
}
