package io.keyholder.invitation.invitation;

import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import io.keyholder.invitation.invitation.model.PrimaryAdmins;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.PrincipalId;
import io.keyholder.web.ProblemException;
import io.keyholder.web.text.HumanName;
import io.keyholder.web.text.Names;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the partner accepts. */
@Schema(name = "AcceptRequest", description = "Who of the partner is to be Primary admin for this customer.")
public record AcceptRequest(
        @Schema(
                description = "The first Primary admins, users or groups of the partner, each once.",
                examples = "[{\"type\": \"USER\", \"id\": \"paula\"}, {\"type\": \"GROUP\", \"id\": \"leads\"}]")
        @NotEmpty
        @Size(max = 100)
        List<@NotNull @Valid Admin> primaryAdmins) {

    /** @throws ProblemException {@code invalid-request} for each that is another tenant's, or is named twice */
    PrimaryAdmins named(UUID partnerId) {
        List<NamedPrincipal> named =
                primaryAdmins.stream().map(one -> one.namedIn(partnerId)).toList();
        List<Violation> violations = new ArrayList<>();
        Set<Principal> seen = new HashSet<>();
        for (int place = 0; place < named.size(); place++) {
            UUID tenantId = primaryAdmins.get(place).tenantId();
            String field = "primaryAdmins[" + place + "]";
            if (tenantId != null && !tenantId.equals(partnerId)) {
                violations.add(
                        new Violation(field + ".tenantId", ViolationCode.CONTRADICTORY, "must be your own tenant"));
            } else if (!seen.add(named.get(place).principal())) {
                violations.add(new Violation(field, ViolationCode.DUPLICATE, "is named twice"));
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return new PrimaryAdmins(named);
    }

    /** A user or a security group of the partner. */
    @Schema(
            name = "PrimaryAdmin",
            description = "A user or a security group of the partner. Whether it exists is not checked.")
    public record Admin(
            @Schema(
                    implementation = String.class,
                    enumeration = {"USER", "GROUP"})
            @NotNull
            Principal.Type type,

            @Schema(
                    description = "A user's `sub`, or a group's id in the token's `groups`.",
                    examples = "paula",
                    minLength = 1,
                    maxLength = 255)
            @NotNull
            @PrincipalId
            String id,

            @Schema(description = "The partner's tenant, which is also what is taken without it.") @Nullable
            UUID tenantId,

            @Schema(description = "For people; not verified, and not shown to the other tenant.", maxLength = 255)
            @Nullable
            @HumanName(max = 255)
            String displayName) {

        NamedPrincipal namedIn(UUID partnerId) {
            return new NamedPrincipal(partnerId, type, id, displayName == null ? null : Names.normal(displayName));
        }
    }
}
