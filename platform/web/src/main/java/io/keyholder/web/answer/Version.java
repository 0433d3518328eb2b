package io.keyholder.web.answer;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which state of a resource its caller sees. Written as an opaque text: the first part of the resource's ETag, which
 * {@code If-Match} compares.
 */
@Schema(
        name = "Version",
        type = SchemaType.STRING,
        description =
                "Identifies this state of the resource. Send it in quotes as `If-Match`, or send the `ETag`. Opaque.",
        examples = "q8XkT3v0bP2s")
public sealed interface Version {

    /** For a caller who sees the whole resource: changes with every change of it. */
    static Version of(UUID id, long version) {
        return new Whole(id, version);
    }

    /**
     * For a caller who sees a part: changes with that part alone, and not with what is hidden.
     *
     * @param seen all of the resource that this caller sees
     */
    static Version ofPart(UUID id, @Nullable Object... seen) {
        return new Part(id, Collections.unmodifiableList(Arrays.asList(seen.clone())));
    }

    /** Of the resource as a whole. */
    record Whole(UUID id, long version) implements Version {}

    /** Of what one caller sees of it. */
    record Part(UUID id, List<@Nullable Object> seen) implements Version {}
}
