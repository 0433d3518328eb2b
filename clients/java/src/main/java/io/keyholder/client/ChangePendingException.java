package io.keyholder.client;

import io.keyholder.client.model.TenantChange;
import java.io.Serial;

/** What was asked for is not done yet: somebody has to consent first (202). */
public final class ChangePendingException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient TenantChange change;

    ChangePendingException(TenantChange change) {
        super("Not done yet: it waits for consent as change " + change.getId());
        this.change = change;
    }

    /** What waits. */
    public TenantChange change() {
        return change;
    }
}
