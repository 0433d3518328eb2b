package io.keyholder.web.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Shows resources as a caller asks for them. */
@ApplicationScoped
public class Shaping {
    private final ObjectMapper mapper;
    private final List<NameLookup> lookups;

    Shaping(ObjectMapper mapper, @All List<NameLookup> lookups) {
        this.mapper = mapper;
        this.lookups = lookups;
    }

    /**
     * Shows all of one kind: names are looked up once for all of them.
     *
     * @param query the request's parameters, which the shape has found nothing wrong with
     * @return the resources as they are, where nothing is asked for
     */
    public List<?> show(List<?> resources, Shape shape, Map<String, List<String>> query) {
        Set<String> fields = Shape.names(Shape.FIELDS, query);
        Set<String> expansions = Shape.names(Shape.EXPAND, query);
        if (fields.isEmpty() && expansions.isEmpty()) {
            return resources;
        }
        List<ObjectNode> shown = resources.stream()
                .map(resource -> mapper.<ObjectNode>valueToTree(resource))
                .toList();
        expansions.forEach(name -> expand(name, shape.expansion(name).orElseThrow(), resources, shown));
        if (!fields.isEmpty()) {
            Set<String> kept = new HashSet<>(fields);
            kept.addAll(expansions);
            shown.forEach(resource -> resource.retain(kept));
        }
        return shown;
    }

    private void expand(String name, Shape.Expansion expansion, List<?> resources, List<ObjectNode> shown) {
        Set<UUID> all = new HashSet<>();
        resources.forEach(resource -> ids(expansion.ids(), resource).forEach(all::add));
        Map<UUID, Reference> found = lookup(expansion.kind()).find(all);
        boolean several = Collection.class.isAssignableFrom(expansion.ids().getType());
        for (int i = 0; i < shown.size(); i++) {
            List<JsonNode> references = ids(expansion.ids(), resources.get(i))
                    .filter(found::containsKey)
                    .map(id -> mapper.<JsonNode>valueToTree(found.get(id)))
                    .toList();
            if (several) {
                shown.get(i).set(name, new ArrayNode(mapper.getNodeFactory(), new ArrayList<>(references)));
            } else if (!references.isEmpty()) {
                shown.get(i).set(name, references.getFirst());
            }
        }
    }

    private NameLookup lookup(String kind) {
        return lookups.stream()
                .filter(lookup -> lookup.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing knows the names of " + kind));
    }

    private static Stream<UUID> ids(RecordComponent component, Object resource) {
        try {
            Object value = component.getAccessor().invoke(resource);
            return value instanceof Collection<?> several
                    ? several.stream().map(UUID.class::cast)
                    : Stream.ofNullable((UUID) value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A view's ids can be read", e);
        }
    }
}
