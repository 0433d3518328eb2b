package io.keyholder.audit.export;

import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which form a log is exported. */
enum ExportFormat {
    CSV("text/csv; charset=utf-8"),
    JSONL("application/x-ndjson");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** @throws ProblemException {@code invalid-request} when it is none */
    static ExportFormat named(@Nullable String name) {
        if (name == null) {
            return CSV;
        }
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalid("format", ViolationCode.NOT_ALLOWED, "must be one of " + all()));
    }

    String mediaType() {
        return mediaType;
    }

    /** The name as a parameter, and the end of the file's. */
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String all() {
        return Arrays.stream(values()).map(ExportFormat::extension).collect(Collectors.joining(", "));
    }
}
