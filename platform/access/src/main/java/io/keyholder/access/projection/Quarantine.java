package io.keyholder.access.projection;

import io.keyholder.access.AccessContext;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.Topic;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The records that could not be read, and the contexts they deny until they are repaired. */
final class Quarantine {
    private record RecordKey(Topic topic, String key) {}

    private final Map<RecordKey, EventContext> denied = new ConcurrentHashMap<>();

    void add(Topic topic, String key, EventContext context) {
        denied.put(new RecordKey(topic, key), context);
    }

    void release(Topic topic, String key) {
        if (!denied.isEmpty()) {
            denied.remove(new RecordKey(topic, key));
        }
    }

    boolean holds(AccessContext context) {
        return !denied.isEmpty() && denied.values().stream().anyMatch(d -> denies(d, context));
    }

    /** Whether the tenant's own record could not be read. */
    boolean holdsTenant(UUID tenantId) {
        return !denied.isEmpty() && denied.containsKey(new RecordKey(Topic.TENANTS, tenantId.toString()));
    }

    int size() {
        return denied.size();
    }

    /** A record of a relationship denies that; one of a tenant its own context and every relationship of its customer side. */
    private static boolean denies(EventContext denied, AccessContext context) {
        if (denied.relationshipId() != null) {
            return denied.relationshipId().equals(context.relationshipId());
        }
        if (denied.tenantId() != null) {
            return denied.tenantId().equals(context.customerId());
        }
        return !context.isOwn();
    }
}
