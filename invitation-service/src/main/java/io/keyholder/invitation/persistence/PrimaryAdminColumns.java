package io.keyholder.invitation.persistence;

import io.keyholder.contracts.Principal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** A principal of the invited partner. */
@Embeddable
record PrimaryAdminColumns(
        @Enumerated(EnumType.STRING) Principal.Type type,
        @Column(name = "principal_id") String principalId,
        @Column(name = "display_name") @Nullable String displayName) {}
