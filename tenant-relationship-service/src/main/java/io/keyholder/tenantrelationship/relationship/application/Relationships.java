package io.keyholder.tenantrelationship.relationship.application;

import io.keyholder.tenantrelationship.relationship.domain.Relationship;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where relationships are kept. */
public interface Relationships {

    Optional<Relationship> find(UUID id);

    /**
     * The same, where the tenant is one of its sides, and nobody else changes it until the transaction ends. For anybody
     * else there is nothing to lock, and it costs what asking for one that does not exist does.
     */
    Optional<Relationship> lockOf(UUID tenantId, UUID id);

    void add(Relationship relationship);

    void update(Relationship relationship);

    /** By when they were established, the newest first; up to one more than the limit. */
    List<Relationship> list(RelationshipFilter filter, List<String> after, int limit);

    long count(RelationshipFilter filter);

    Stream<Relationship> all();
}
