package io.keyholder.rbac.assignment;

import io.keyholder.contracts.Principal;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rbac.assignment.model.Member;
import io.keyholder.web.PrincipalId;
import io.keyholder.web.text.HumanName;
import io.keyholder.web.text.Names;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A principal as it is sent and answered. */
@Schema(name = "Principal", description = "A user or a security group. Whether it exists is not checked.")
public record PrincipalBody(
        @NotNull Principal.Type type,

        @Schema(
                description = "A user's `sub`, or a group's id as the token's `groups` names it.",
                examples = "9b2f7c1e-ada",
                minLength = 1,
                maxLength = 255)
        @NotNull
        @PrincipalId
        String id,

        @Schema(
                description =
                        "The tenant it belongs to: the context's member tenant, in a relationship the partner. No other"
                                + " can be named.")
        @Nullable
        UUID tenantId,

        @Schema(
                description = "Not verified, and shown to its own tenant alone.",
                maxLength = 200,
                examples = "Ada Lovelace")
        @Nullable
        @HumanName(max = 200)
        String displayName) {

    /** @param withName whether the caller belongs to the principal's tenant */
    static PrincipalBody of(Member member, boolean withName) {
        Principal principal = member.principal();
        return new PrincipalBody(
                principal.type(),
                principal.id(),
                principal.tenantId(),
                withName && !member.displayName().isEmpty() ? member.displayName() : null);
    }

    /**
     * What is wrong with it where only users and groups of the member tenant hold roles.
     *
     * @param path where in the body it is
     */
    public Optional<Violation> violation(UUID memberTenant, String path) {
        return tenantId == null || tenantId.equals(memberTenant)
                ? Optional.empty()
                : Optional.of(new Violation(
                        path + "tenantId",
                        ViolationCode.CONTRADICTORY,
                        "is not the tenant whose users and groups hold roles here"));
    }

    public Member asMember(UUID memberTenant) {
        return new Member(new Principal(memberTenant, type, id), displayName == null ? "" : Names.normal(displayName));
    }
}
