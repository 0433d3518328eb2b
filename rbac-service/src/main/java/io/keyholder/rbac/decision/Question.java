package io.keyholder.rbac.decision;

import io.keyholder.access.Caller;
import io.keyholder.access.Permission;
import java.util.Optional;
import java.util.UUID;

/**
 * May the subject do this for that customer?
 *
 * @param asker who wants to know, and is told no more than it can see
 * @param subject whom it is about; often the same
 * @param roomId in this room; empty: at all
 */
public record Question(Caller asker, Caller subject, Permission permission, UUID customerId, Optional<UUID> roomId) {

    boolean isAboutAsker() {
        return subject.equals(asker);
    }

    boolean isAskedByCustomer() {
        return asker.belongsTo(customerId);
    }
}
