package io.keyholder.tenantrelationship.tenant.domain;

/** What became of deciding on a change. */
public sealed interface Decision {
    record Done(TenantChange change) implements Decision {}

    record NotPending(TenantChange.Status status) implements Decision {}

    /** It was approved, but what it was to replace had changed. It has ended. */
    record Outdated(TenantChange change) implements Decision {}

    /** It was approved, but cannot be done at present: it stays pending. */
    record Refused(Registration because) implements Decision {}
}
