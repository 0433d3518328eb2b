package io.keyholder.rooms.transfer;

import io.keyholder.problems.ViolationCode;
import io.keyholder.rooms.transfer.model.ImportMode;
import io.keyholder.web.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** How an import is meant. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class ImportParameters {
    private static final Map<String, Character> SEPARATORS =
            Map.of(",", ',', "comma", ',', ";", ';', "semicolon", ';', "\t", '\t', "tab", '\t');

    @Parameter(
            description = "CREATE: every line is a new room. UPSERT: a line whose `externalId`, or `id`, is that of a"
                    + " managed room changes it.",
            schema = @Schema(implementation = ImportMode.class, defaultValue = "CREATE"))
    @QueryParam("mode")
    ImportMode mode;

    @Parameter(
            description = "Whether to change nothing, and say what would be done or all that is wrong.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @QueryParam("dryRun")
    Boolean dryRun;

    @Parameter(
            description = "What separates the cells of CSV. Without it the header tells.",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"comma", "semicolon", "tab", ",", ";"}))
    @QueryParam("delimiter")
    String delimiter;

    ImportMode mode() {
        return mode == null ? ImportMode.CREATE : mode;
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    /** @throws ProblemException {@code invalid-request} */
    Optional<Character> separator() {
        if (delimiter == null || delimiter.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(SEPARATORS.get(delimiter))
                .orElseThrow(() -> ProblemException.invalid(
                        "delimiter", ViolationCode.NOT_ALLOWED, "must be one of comma, semicolon, tab")));
    }
}
