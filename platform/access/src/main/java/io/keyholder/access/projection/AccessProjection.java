package io.keyholder.access.projection;

import io.keyholder.access.AccessContext;
import io.keyholder.access.AccessState;
import io.keyholder.access.HeldAssignment;
import io.keyholder.access.HeldRole;
import io.keyholder.access.Issuers;
import io.keyholder.access.RegisteredIssuer;
import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.AssignmentState;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RoleState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The state of tenants, relationships, roles and assignments in memory. One thread applies events; any number read.
 * An event is applied if its sequence is newer than what is known of its aggregate, and else ignored.
 */
public final class AccessProjection implements AccessState, Issuers {
    private final Sequences sequences = new Sequences();
    private final Quarantine quarantine = new Quarantine();
    private final Tenants tenants = new Tenants();
    private final Relationships relationships = new Relationships();
    private final Repeated repeated = new Repeated();
    private final RolesAndAssignments rolesAndAssignments = new RolesAndAssignments(repeated);
    private final Map<Topic, Integer> begun = new ConcurrentHashMap<>();
    private volatile boolean complete;

    /** All that was there at the start has been applied. */
    void complete() {
        complete = true;
    }

    @Override
    public boolean areComplete() {
        return complete;
    }

    /** Applies the state if it is newer than what is known; a readable state also ends a quarantine of its key. */
    public void apply(Topic topic, Event<?> event) {
        if (!(event.data() instanceof AggregateState state) || has(topic, state.id(), event.sequence())) {
            return;
        }
        switch (state) {
            case TenantState tenant -> tenants.put(tenant);
            case RelationshipState relationship -> relationships.put(relationship);
            case RoleState role -> rolesAndAssignments.put(role, event.sequence());
            case AssignmentState assignment -> rolesAndAssignments.put(assignment);
            default -> throw new IllegalArgumentException("Not a topic that decides access: " + topic);
        }
        quarantine.release(topic, state.id().toString());
        // Last of all: who awaits this state decides as soon as it counts as seen.
        sequences.saw(topic, state.id(), repeated.sequence(event.sequence()));
    }

    /** A tombstone: nothing is known of the aggregate any more. */
    public void forget(Topic topic, UUID id) {
        sequences.forget(topic, id);
        quarantine.release(topic, id.toString());
        switch (topic) {
            case TENANTS -> tenants.remove(id);
            case RELATIONSHIPS -> relationships.remove(id);
            case ROLES -> rolesAndAssignments.removeRole(id);
            case ASSIGNMENTS -> rolesAndAssignments.removeAssignment(id);
            default -> throw new IllegalArgumentException("Not a topic that decides access: " + topic);
        }
    }

    /** Everything there is has been published in this epoch: what was not is over. */
    void begin(Topic topic, int epoch) {
        if (epoch > epoch(topic)) {
            sequences.before(topic, epoch).forEach(id -> forget(topic, id));
            begun.put(topic, epoch);
        }
    }

    /** The last epoch in which everything there is has been published; 0 before the first. */
    int epoch(Topic topic) {
        return begun.getOrDefault(topic, 0);
    }

    /** A tombstone under whatever key: it also ends the quarantine of a record whose key cannot be read. */
    void forget(Topic topic, String key) {
        quarantine.release(topic, key);
        Ids.parse(key).ifPresent(id -> forget(topic, id));
    }

    /**
     * Denies the context of a record that cannot be read until a readable one of the same key arrives. What the
     * projection itself knows of the aggregate goes before what the record's headers say; a record of which neither is
     * known denies all partner access, and so does one whose key cannot be read: nobody knows whose state it replaces.
     */
    public void quarantine(Topic topic, String key, EventContext said) {
        EventContext context =
                Ids.parse(key).isPresent() ? knownContext(topic, key).orElse(said) : new EventContext(null, null);
        quarantine.add(topic, key, context);
    }

    /**
     * Whether what it answers has this state of the aggregate in it, or a later one, its end included. Of an epoch before the one
     * that all of the topic is in it has everything: what was not published anew is over.
     */
    public boolean has(Topic topic, UUID id, Sequence sequence) {
        return sequences.has(topic, id, sequence) || sequence.isBefore(epoch(topic));
    }

    @Override
    public Optional<RegisteredIssuer> find(String issuer) {
        return tenants.issuer(issuer);
    }

    @Override
    public Optional<TenantState> tenant(UUID tenantId) {
        return tenants.get(tenantId);
    }

    @Override
    public Optional<TenantState> tenantOfDomain(String domain) {
        return tenants.ofDomain(domain);
    }

    @Override
    public Optional<RelationshipState> relationship(UUID relationshipId) {
        return relationships.get(relationshipId);
    }

    @Override
    public Optional<RelationshipState> relationshipBetween(UUID partnerId, UUID customerId) {
        return relationships.between(partnerId, customerId);
    }

    @Override
    public Collection<RelationshipState> relationshipsOfPartner(UUID partnerId) {
        return relationships.ofPartner(partnerId);
    }

    @Override
    public Collection<RelationshipState> relationshipsOfCustomer(UUID customerId) {
        return relationships.ofCustomer(customerId);
    }

    @Override
    public Optional<HeldRole> role(UUID roleId) {
        return rolesAndAssignments.role(roleId);
    }

    @Override
    public List<HeldAssignment> assignmentsOf(Principal principal) {
        return rolesAndAssignments.assignmentsOf(principal);
    }

    @Override
    public boolean isUnreadable(AccessContext context) {
        return quarantine.holds(context);
    }

    @Override
    public boolean isUnreadableTenant(UUID tenantId) {
        return quarantine.holdsTenant(tenantId);
    }

    /** How many records at present deny a context because they could not be read. */
    public int quarantined() {
        return quarantine.size();
    }

    private Optional<EventContext> knownContext(Topic topic, String key) {
        return Ids.parse(key).flatMap(id -> switch (topic) {
            case TENANTS -> tenants.get(id).map(EventContext::of);
            case RELATIONSHIPS -> relationships.get(id).map(EventContext::of);
            case ROLES -> rolesAndAssignments.role(id).map(HeldRole::context).map(AccessProjection::asEventContext);
            case ASSIGNMENTS -> rolesAndAssignments.contextOfAssignment(id).map(AccessProjection::asEventContext);
            default -> Optional.empty();
        });
    }

    private static EventContext asEventContext(AccessContext context) {
        return new EventContext(context.customerId(), context.relationshipId());
    }
}
