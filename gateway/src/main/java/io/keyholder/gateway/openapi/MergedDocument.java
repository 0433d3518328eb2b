package io.keyholder.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Builds one document out of several. Paths and components keep their names; where two differ under one name, the later is renamed. */
final class MergedDocument {
    private static final Logger LOG = Logger.getLogger(MergedDocument.class);
    private static final String API = "/v1/";
    private static final String SECURITY_SCHEMES = "securitySchemes";
    private static final Set<String> OPERATIONS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final Map<String, Object> paths = new TreeMap<>();
    private final Map<String, Object> tags = new TreeMap<>();
    private final Map<String, Map<String, Object>> components = new LinkedHashMap<>();
    private final JsonArray security;

    /** @param security what an operation that asks for a token asks for */
    MergedDocument(JsonArray security) {
        this.security = security;
    }

    /** Adds what a service says of itself. */
    void add(String service, JsonObject document) {
        JsonObject renamed = withoutConflicts(service, document);
        object(renamed, "components").forEach(kind -> {
            if (!SECURITY_SCHEMES.equals(kind.getKey()) && kind.getValue() instanceof JsonObject named) {
                Map<String, Object> target = components.computeIfAbsent(kind.getKey(), k -> new TreeMap<>());
                named.forEach(component -> target.putIfAbsent(component.getKey(), component.getValue()));
            }
        });
        object(renamed, "paths").forEach(path -> addPath(service, path.getKey(), path.getValue()));
        for (Object tag : renamed.getJsonArray("tags", new JsonArray())) {
            if (tag instanceof JsonObject named && named.getString("name") != null) {
                tags.putIfAbsent(named.getString("name"), named);
            }
        }
    }

    private void addPath(String service, String path, Object item) {
        if (!path.startsWith(API) || !(item instanceof JsonObject operations)) {
            return;
        }
        if (paths.containsKey(path)) {
            LOG.errorf("openApiPathTwice path=%s service=%s", path, service);
            return;
        }
        for (Map.Entry<String, Object> operation : operations) {
            if (OPERATIONS.contains(operation.getKey()) && operation.getValue() instanceof JsonObject described) {
                described.put("security", security);
            }
        }
        paths.put(path, operations);
    }

    /** The document, with each component renamed whose name already means something else. */
    private JsonObject withoutConflicts(String service, JsonObject document) {
        String text = document.encode();
        for (Map.Entry<String, Object> kind : object(document, "components")) {
            if (SECURITY_SCHEMES.equals(kind.getKey()) || !(kind.getValue() instanceof JsonObject named)) {
                continue;
            }
            Map<String, Object> taken = components.getOrDefault(kind.getKey(), Map.of());
            for (Map.Entry<String, Object> component : named) {
                Object other = taken.get(component.getKey());
                if (other != null && !other.equals(component.getValue())) {
                    LOG.errorf(
                            "openApiComponentConflict kind=%s name=%s service=%s",
                            kind.getKey(), component.getKey(), service);
                    text = rename(text, kind.getKey(), component.getKey(), suffixed(component.getKey(), service));
                }
            }
        }
        return new JsonObject(text);
    }

    private static String rename(String document, String kind, String name, String newName) {
        String reference = "\"#/components/" + kind + "/";
        JsonObject json = new JsonObject(document.replace(reference + name + "\"", reference + newName + "\""));
        JsonObject named = object(object(json, "components"), kind);
        named.put(newName, named.remove(name));
        return json.encode();
    }

    private static String suffixed(String name, String service) {
        StringBuilder suffix = new StringBuilder(name);
        for (String word : service.split("-", -1)) {
            suffix.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return suffix.toString();
    }

    private static JsonObject object(JsonObject parent, String name) {
        return parent.getValue(name) instanceof JsonObject child ? child : new JsonObject();
    }

    /** The merged document. */
    JsonObject build(JsonObject info, JsonArray servers, JsonObject securitySchemes) {
        JsonObject allComponents = new JsonObject();
        components.forEach((kind, named) -> allComponents.put(kind, new JsonObject(named)));
        allComponents.put(SECURITY_SCHEMES, securitySchemes);
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put("info", info)
                .put("servers", servers)
                .put("security", security)
                .put("tags", new JsonArray(tags.values().stream().toList()))
                .put("paths", new JsonObject(paths))
                .put("components", allComponents);
    }
}
