package io.keyholder.web.openapi;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Says how much may be sent where nothing else says it: what follows from a type, and what the gateway's limits leave room for. Limits
 * that a model has stand at its members, and are left as they are.
 */
final class Bounds {
    private static final int ID = 36;

    /** The longest way to write a time: nanoseconds, and an offset to the second. */
    private static final int TIME = 40;

    /** Of texts in a query, of which a request line of 8 KiB holds several. */
    private static final int QUERY_TEXT = 255;

    /** So many ids, the longest values that a filter has, leave room for others in the request line. */
    private static final int QUERY_VALUES = 100;

    /** A body of 1 MiB holds no more ids. */
    private static final int BODY_VALUES = 25_000;

    /** A body that is a text is a file, and the gateway lets one through up to 16 MiB. */
    private static final int FILE = 16_777_216;

    private static final BigDecimal GREATEST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** Beyond, JavaScript counts no more. */
    private static final BigDecimal GREATEST_LONG = BigDecimal.valueOf(9_007_199_254_740_991L);

    /** The texts that are known by what they are called, wherever they are sent. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("country", 2),
            Map.entry("cursor", 4096),
            Map.entry("displayName", 255),
            Map.entry("domains", 255),
            Map.entry("groups", 255),
            Map.entry("key", 64),
            Map.entry("namedUsers", 255),
            Map.entry("partnerDomain", 255),
            Map.entry("permission", 64),
            Map.entry("permissionCeiling", 64),
            Map.entry("permissions", 64),
            Map.entry("roleMapping", 255),
            Map.entry("sort", 64));

    private final OpenAPI api;
    private final Set<String> sent = new HashSet<>();

    Bounds(OpenAPI api) {
        this.api = api;
    }

    void add() {
        operations().forEach(operation -> {
            Stream.ofNullable(operation.getParameters())
                    .flatMap(List::stream)
                    .filter(parameter -> parameter.getSchema() != null)
                    .forEach(Bounds::addTo);
            if (operation.getRequestBody() != null) {
                Schemas.ofBody(api, operation).forEach(schema -> {
                    addLength(schema, FILE);
                    addToSent("", schema);
                });
            }
            headers(operation).forEach(Bounds::addNumber);
        });
        api.getComponents().getSchemas().values().forEach(this::addByType);
    }

    private Stream<Operation> operations() {
        return api.getPaths().getPathItems().values().stream().flatMap(item -> item.getOperations().values().stream());
    }

    private static Stream<Schema> headers(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .flatMap(answer -> Stream.ofNullable(answer.getHeaders()))
                .flatMap(headers -> headers.values().stream())
                .flatMap(header -> Stream.ofNullable(header.getSchema()));
    }

    private static void addTo(Parameter parameter) {
        Schema schema = parameter.getSchema();
        addNumber(schema);
        addFormat(schema);
        addLength(schema, LENGTHS.getOrDefault(parameter.getName(), QUERY_TEXT));
        if (schema.getItems() != null) {
            addFormat(schema.getItems());
            addLength(schema.getItems(), LENGTHS.getOrDefault(parameter.getName(), QUERY_TEXT));
            addSize(schema, QUERY_VALUES);
        }
    }

    private void addToSent(String name, Schema schema) {
        if (schema.getRef() != null) {
            if (sent.add(schema.getRef())) {
                Schema named = Schemas.named(api, schema);
                if (named != null) {
                    addToSent(name, named);
                }
            }
            return;
        }
        if (LENGTHS.containsKey(name)) {
            addLength(schema, LENGTHS.get(name));
        }
        addSize(schema, BODY_VALUES);
        if (schema.getProperties() != null) {
            schema.getProperties().forEach(this::addToSent);
        }
        Schemas.unnamedPartsOf(schema).forEach(part -> addToSent(name, part));
    }

    private void addByType(Schema schema) {
        addNumber(schema);
        addFormat(schema);
        Schemas.partsOf(schema).forEach(this::addByType);
    }

    private static void addFormat(Schema schema) {
        if ("uuid".equals(schema.getFormat())) {
            schema.setMinLength(ID);
            schema.setMaxLength(ID);
        } else if ("date-time".equals(schema.getFormat()) && schema.getMaxLength() == null) {
            schema.setMaxLength(TIME);
        }
    }

    /** Nothing here counts below nothing. */
    private static void addNumber(Schema schema) {
        if (!is(SchemaType.INTEGER, schema)) {
            return;
        }
        if (schema.getFormat() == null) {
            schema.setFormat("int32");
        }
        if (schema.getMinimum() == null && schema.getExclusiveMinimum() == null) {
            schema.setMinimum(BigDecimal.ZERO);
        }
        if (schema.getMaximum() == null && schema.getExclusiveMaximum() == null) {
            schema.setMaximum(schema.getFormat().equals("int64") ? GREATEST_LONG : GREATEST_INT);
        }
    }

    private static void addLength(Schema schema, int length) {
        if (is(SchemaType.STRING, schema) && schema.getMaxLength() == null && schema.getEnumeration() == null) {
            schema.setMaxLength(length);
        }
    }

    private static void addSize(Schema schema, int size) {
        if (is(SchemaType.ARRAY, schema) && schema.getMaxItems() == null) {
            schema.setMaxItems(size);
        }
    }

    private static boolean is(SchemaType type, Schema schema) {
        return schema.getType() != null && schema.getType().contains(type);
    }
}
