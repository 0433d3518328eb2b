package io.keyholder.web.list;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** The same of things that have a name, and the order in which they are listed. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public abstract class NamedSelection extends Selection {

    @Parameter(
            description = "The order, descending with a minus before it.",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"name", "-name", "createdAt", "-createdAt"},
                            defaultValue = "name"))
    @QueryParam("sort")
    String sort;

    /** @throws io.keyholder.web.ProblemException {@code invalid-request} */
    public final NamedOrder order() {
        return NamedOrder.parse(sort);
    }
}
