package io.keyholder.tenantrelationship.tenant.persistence;

import io.keyholder.tenantrelationship.tenant.domain.TenantChange;
import io.keyholder.tenantrelationship.tenant.domain.TenantChange.State;
import io.keyholder.tenantrelationship.tenant.domain.TenantChange.Status;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "tenant_change")
class TenantChangeEntity {
    @Id
    UUID id;

    @Column(name = "tenant_id")
    UUID tenantId;

    @Column
    String additions;

    @Column(name = "requested_by")
    String requestedBy;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Enumerated(EnumType.STRING)
    Status status;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column
    @Nullable
    String reason;

    @Column
    long version;

    void take(TenantChange change) {
        id = change.id();
        tenantId = change.tenantId();
        additions = AdditionsText.of(change.additions());
        requestedBy = change.requestedBy();
        requestedAt = change.requestedAt();
        expiresAt = change.expiresAt();
        status = change.status();
        version = change.version();
        switch (change.state()) {
            case State.Pending pending -> {}
            case State.Approved approved -> decided(approved.at(), approved.by());
            case State.Rejected rejected -> {
                decided(rejected.at(), rejected.by());
                reason = rejected.reason().orElse(null);
            }
            case State.Withdrawn withdrawn -> decided(withdrawn.at(), withdrawn.by());
            case State.Outdated outdated -> decided(outdated.at(), null);
            case State.Expired expired -> decided(expired.at(), null);
        }
    }

    private void decided(Instant at, @Nullable String by) {
        decidedAt = at;
        decidedBy = by;
    }

    TenantChange asChange() {
        return new TenantChange(
                id, tenantId, AdditionsText.read(additions), requestedBy, requestedAt, expiresAt, state(), version);
    }

    private State state() {
        return switch (status) {
            case PENDING -> new State.Pending();
            case APPROVED -> new State.Approved(at(), by());
            case REJECTED -> new State.Rejected(at(), by(), Optional.ofNullable(reason));
            case WITHDRAWN -> new State.Withdrawn(at(), by());
            case OUTDATED -> new State.Outdated(at());
            case EXPIRED -> new State.Expired(at());
        };
    }

    private Instant at() {
        return Objects.requireNonNull(decidedAt);
    }

    private String by() {
        return Objects.requireNonNull(decidedBy);
    }
}
