package io.keyholder.tenantrelationship.change.model;

import io.keyholder.record.Refused;

/** What became of deciding on a change. */
public sealed interface Decision {

    record Made(TenantChange change) implements Decision {}

    /** It was approved, but what it was to replace had changed. It has ended. */
    record Outdated(TenantChange change) implements Decision {}

    /** It is not pending any more, or it was approved and cannot be done at present: it stays as it is. */
    record Impossible(Refused<?> because) implements Decision {}

    static Decision of(TenantChange decided) {
        return decided.state() instanceof TenantChange.State.Outdated ? new Outdated(decided) : new Made(decided);
    }
}
