package io.keyholder.web.list;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Which items of a list are asked for: the parameters that every list of things that change takes. A search adds its own to them. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public abstract class Selection {

    @Parameter(description = "Only these.")
    @QueryParam("ids")
    List<UUID> ids;

    @Parameter(
            description =
                    "What changed then or later. Ignored for items of which the caller sees only a part: it must not"
                            + " learn when the rest changed.")
    @QueryParam("updatedSince")
    Instant updatedSince;

    /** These alone; empty: all. */
    public final Set<UUID> among() {
        return ids == null ? Set.of() : Set.copyOf(ids);
    }

    public final Optional<Instant> since() {
        return Optional.ofNullable(updatedSince);
    }
}
