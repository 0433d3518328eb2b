package io.keyholder.rooms.transfer;

import io.keyholder.problems.Violation;
import io.keyholder.rooms.transfer.model.ImportMode;
import io.keyholder.rooms.transfer.model.ImportPlan;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an import has done, or would do. */
@Schema(name = "ImportedRooms", description = "What an import has done, or with `dryRun` would do.")
record ImportAnswer(
        @Schema(description = "How many rooms were added.", examples = "250")
        int created,

        @Schema(description = "How many were changed. Only with `mode=UPSERT`.") @Nullable
        Integer updated,

        @Schema(description = "How many were already as their line has them. Only with `mode=UPSERT`.") @Nullable
        Integer unchanged,

        @Schema(description = "The room of each line, in their order. Not with `dryRun`.") @Nullable
        List<UUID> ids,

        @Schema(description = "Only with `dryRun`, which changes nothing.") @Nullable
        Boolean dryRun,

        @Schema(description = "Only with `dryRun`: what is wrong, at most a hundred lines.") @Nullable
        List<Violation> violations) {

    static ImportAnswer done(ImportPlan plan, ImportMode mode, List<UUID> ids) {
        return of(plan, mode, ids, null, null);
    }

    static ImportAnswer wouldDo(ImportPlan plan, ImportMode mode) {
        return of(plan, mode, null, true, List.of());
    }

    /** Nothing, for these reasons. */
    static ImportAnswer wouldNot(ImportMode mode, List<Violation> violations) {
        return of(new ImportPlan(List.of(), List.of()), mode, null, true, violations);
    }

    private static ImportAnswer of(
            ImportPlan plan,
            ImportMode mode,
            @Nullable List<UUID> ids,
            @Nullable Boolean dryRun,
            @Nullable List<Violation> violations) {
        int created = plan.toCreate().size();
        int updated = plan.toChange().size();
        boolean upsert = mode == ImportMode.UPSERT;
        return new ImportAnswer(
                created,
                upsert ? updated : null,
                upsert ? plan.steps().size() - created - updated : null,
                ids,
                dryRun,
                violations);
    }
}
