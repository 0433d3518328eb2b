package io.keyholder.web.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * How much JSON is read, whoever reads it: far above what any body of the contract holds. One of a mebibyte can be made of half a
 * million values, each of which takes a hundred times its length while it is read.
 */
public final class JsonBounds {
    static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(100)
            .maxTokenCount(100_000)
            .build();

    private JsonBounds() {}

    /** For a mapper that reads what callers send. */
    public static JsonFactory factory() {
        return JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();
    }
}
