package io.keyholder.rbac.assignment;

import io.keyholder.contracts.Scope;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.rbac.assignment.model.Member;
import io.keyholder.rbac.assignment.model.Period;
import io.keyholder.web.ProblemException;
import io.keyholder.web.text.HumanName;
import io.keyholder.web.text.HumanText;
import io.keyholder.web.text.Names;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is decided of an assignment when it is made, and can be changed. */
@Schema(name = "AssignmentRequest", description = "What is decided of an assignment, and can be changed.")
public record AssignmentRequest(
        @Schema(maxLength = 100, examples = "Night shift") @NotNull @HumanName(max = 100)
        String name,

        @Schema(maxLength = 1000) @Nullable @HumanText(max = 1000)
        String description,

        @Schema(description = "Whether members want e-mail about the rooms.", defaultValue = "false") @Nullable
        Boolean emailNotifications,

        @Schema(description = "Users and groups of the member tenant. More can be added one by one.")
        @Nullable
        @Size(max = MOST_MEMBERS)
        List<@NotNull @Valid PrincipalBody> members,

        @NotNull @Valid ScopeBody scope,

        @Schema(description = "When it begins to hold. Absent: from the beginning.") @Nullable
        Instant startsAt,

        @Schema(description = "When it holds no more. Absent: without an end.") @Nullable
        Instant endsAt) {

    /** Of what can be sent at once; how many there may be is configured, and less by default. */
    private static final int MOST_MEMBERS = 10_000;

    private static final Scope NOTHING_BEFORE = Scope.selected(List.of(), List.of());

    public static AssignmentRequest of(AssignmentDetails details) {
        return new AssignmentRequest(
                details.name(),
                details.description().orElse(null),
                details.emailNotifications(),
                details.members().stream()
                        .map(member -> PrincipalBody.of(member, true))
                        .toList(),
                ScopeBody.of(details.scope()),
                details.period().startsAt().orElse(null),
                details.period().endsAt().orElse(null));
    }

    /**
     * @param memberTenant whose users and groups can be named
     * @throws ProblemException {@code invalid-request}
     */
    public AssignmentDetails asDetails(UUID memberTenant, Optional<AssignmentDetails> before) {
        return new AssignmentDetails(
                Names.normal(name),
                Optional.ofNullable(description).map(Names::normal).filter(text -> !text.isEmpty()),
                Boolean.TRUE.equals(emailNotifications),
                members(memberTenant),
                scope.asScope(before.map(AssignmentDetails::scope).orElse(NOTHING_BEFORE)),
                period());
    }

    private List<Member> members(UUID memberTenant) {
        Map<Object, Member> distinct = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        List<PrincipalBody> named = members == null ? List.of() : members;
        for (int i = 0; i < named.size(); i++) {
            named.get(i).violation(memberTenant, "members[" + i + "].").ifPresent(violations::add);
            Member member = named.get(i).asMember(memberTenant);
            distinct.put(member.principal(), member);
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return List.copyOf(distinct.values());
    }

    private Period period() {
        if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
            throw ProblemException.invalid("endsAt", ViolationCode.OUT_OF_RANGE, "must be after startsAt");
        }
        return new Period(inDatabasePrecision(startsAt), inDatabasePrecision(endsAt));
    }

    private static Optional<Instant> inDatabasePrecision(@Nullable Instant time) {
        return Optional.ofNullable(time).map(t -> t.truncatedTo(ChronoUnit.MICROS));
    }
}
