package io.keyholder.web.list;

import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import io.keyholder.web.shape.Shape;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/**
 * The parameters that every list takes. Used as a {@code @BeanParam}; {@link Pages} reads it once the caller is authorised.
 */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class ListParameters {
    private static final int DEFAULT_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 200;
    /** What does not decide which items there are, and in which order. */
    private static final List<String> NO_FILTERS =
            List.of("cursor", "limit", "includeTotal", Shape.FIELDS, Shape.EXPAND);

    @Parameter(
            description = "How many items at most. Higher values than 200 are treated as 200.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "50"))
    @QueryParam("limit")
    Integer limit;

    @Parameter(description = "`nextCursor` of the previous page. Bound to the filters and the order.")
    @QueryParam("cursor")
    String cursor;

    @Parameter(
            description = "Whether to count all items: `total`.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @QueryParam("includeTotal")
    Boolean includeTotal;

    @Context
    UriInfo uri;

    /**
     * The page that is asked for.
     *
     * @throws ProblemException {@code invalid-request} or {@code invalid-cursor}
     */
    PageRequest page(Cursors cursors) {
        if (limit != null && limit < 1) {
            throw ProblemException.invalid("limit", ViolationCode.OUT_OF_RANGE, "must be at least 1");
        }
        int size = limit == null ? DEFAULT_LIMIT : Math.min(limit, HIGHEST_LIMIT);
        String filters = filters();
        List<String> after = cursor == null ? List.of() : cursors.read(cursor, filters);
        return new PageRequest(size, after, Boolean.TRUE.equals(includeTotal), filters, uri);
    }

    /** Path and filters in one text, however they were ordered: what a cursor is bound to. */
    private String filters() {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        TreeMap<String, List<String>> sorted = new TreeMap<>();
        query.forEach((name, values) -> {
            if (!NO_FILTERS.contains(name)) {
                sorted.put(name, values.stream().sorted().toList());
            }
        });
        return uri.getPath() + sorted;
    }
}
