package io.keyholder.rbac.assignment;

import io.keyholder.contracts.Scope;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scope as it is sent and answered. */
@Schema(
        name = "Scope",
        description = "Over which rooms. `ALL` names none: all of the tenant, in a relationship all delegated ones."
                + " `SELECTED` with nothing named means no room.")
public record ScopeBody(
        @NotNull Scope.Type type,

        @Nullable @Size(max = MOST) List<@NotNull UUID> roomIds,
        @Nullable @Size(max = MOST) List<@NotNull UUID> roomGroupIds) {

    /** Of what can be sent at once; how many there may be is configured, and less by default. */
    private static final int MOST = 20_000;

    static ScopeBody of(Scope scope) {
        return scope.coversAll()
                ? new ScopeBody(Scope.Type.ALL, null, null)
                : new ScopeBody(Scope.Type.SELECTED, scope.roomIds(), scope.roomGroupIds());
    }

    /**
     * @param before of what is patched: what a merge left over of it does not speak against ALL
     * @throws ProblemException {@code invalid-request}
     */
    public Scope asScope(Scope before) {
        Scope named = Scope.selected(roomIds == null ? List.of() : roomIds, groups());
        if (type == Scope.Type.SELECTED) {
            return named;
        }
        if (named.roomIds().equals(before.roomIds()) && named.roomGroupIds().equals(before.roomGroupIds())) {
            return Scope.all();
        }
        throw ProblemException.invalid(
                "scope", ViolationCode.CONTRADICTORY, "of type ALL names no rooms and no room groups");
    }

    private List<UUID> groups() {
        return roomGroupIds == null ? List.of() : roomGroupIds;
    }
}
