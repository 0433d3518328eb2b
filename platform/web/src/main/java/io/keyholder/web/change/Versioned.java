package io.keyholder.web.change;

/**
 * A single resource as its caller sees it. Its version is the first part of its ETag and names it in {@code If-Match}: an
 * opaque text, made by {@link Versions}.
 */
public interface Versioned {
    /** What the reference says of the member. */
    String DESCRIPTION = "Names this state of the resource in `If-Match`, in quotes, as its `ETag` does. Opaque.";

    String version();
}
