package io.keyholder.rbac.assignment.persistence;

import io.keyholder.contracts.Principal;
import io.keyholder.rbac.assignment.domain.Member;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

@Embeddable
record MemberColumns(
        @Column(name = "tenant_id") UUID tenantId,
        @Enumerated(EnumType.STRING) Principal.Type type,
        @Column(name = "principal_id") String principalId,
        @Column(name = "display_name") String displayName) {

    static MemberColumns of(Member member) {
        Principal principal = member.principal();
        return new MemberColumns(principal.tenantId(), principal.type(), principal.id(), member.displayName());
    }

    Member asMember() {
        return new Member(new Principal(tenantId, type, principalId), displayName);
    }
}
