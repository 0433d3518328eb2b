package io.keyholder.tenantrelationship.relationship.persistence;

import io.keyholder.tenantrelationship.relationship.application.RelationshipFilter;
import io.keyholder.tenantrelationship.relationship.application.RelationshipFilter.PartnerSide;
import io.keyholder.tenantrelationship.relationship.application.Relationships;
import io.keyholder.tenantrelationship.relationship.domain.Relationship;
import io.keyholder.web.list.Keyset;
import io.keyholder.web.text.Names;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class PanacheRelationships implements Relationships, PanacheRepositoryBase<RelationshipEntity, UUID> {
    private static final String OTHER_SIDES_NAME = """
        coalesce((select t.nameKey from TenantEntity t
        where t.id = case when customerId = :tenant then partnerId else customerId end), '')\
        """;

    @Override
    public Optional<Relationship> find(UUID id) {
        return findByIdOptional(id).map(RelationshipEntity::asRelationship);
    }

    @Override
    public Optional<Relationship> lockOf(UUID tenantId, UUID id) {
        return find("id = ?1 and (customerId = ?2 or partnerId = ?2)", id, tenantId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(RelationshipEntity::asRelationship);
    }

    @Override
    public void add(Relationship relationship) {
        RelationshipEntity entity = new RelationshipEntity();
        entity.take(relationship);
        persist(entity);
    }

    @Override
    public void update(Relationship relationship) {
        findById(relationship.id()).take(relationship);
    }

    @Override
    public List<Relationship> list(RelationshipFilter filter, List<String> after, int limit) {
        Parameters parameters = parameters(filter);
        Keyset keyset = filter.sort().field().equals("name")
                ? Keyset.byText(OTHER_SIDES_NAME, filter.sort().descending())
                : Keyset.byTime("establishedAt", filter.sort().descending());
        keyset.bind(after, parameters::and);
        return find(condition(filter) + keyset.behind(after) + keyset.order(), parameters)
                .range(0, limit - 1)
                .list()
                .stream()
                .map(RelationshipEntity::asRelationship)
                .toList();
    }

    @Override
    public long count(RelationshipFilter filter) {
        return count(condition(filter), parameters(filter));
    }

    @Override
    public Stream<Relationship> all() {
        return streamAll().map(RelationshipEntity::asRelationship);
    }

    private static String condition(RelationshipFilter filter) {
        StringBuilder where = new StringBuilder("((:asCustomer = true and customerId = :tenant) or ");
        where.append(
                switch (filter.asPartner()) {
                    case PartnerSide.All all -> "partnerId = :tenant)";
                    case PartnerSide.Some some -> "(partnerId = :tenant and id in :members))";
                });
        if (!filter.statuses().isEmpty()) {
            where.append(" and status in :statuses");
        }
        if (!filter.ids().isEmpty()) {
            where.append(" and id in :ids");
        }
        filter.updatedSince().ifPresent(since -> where.append(" and coalesce(updatedAt, establishedAt) >= :since"));
        filter.nameContains().ifPresent(text -> where.append("""
             and exists (select 1 from TenantEntity t
             where t.id <> :tenant and t.id in (customerId, partnerId)
             and locate(:text, t.nameKey) > 0)
            """));
        return where.toString();
    }

    private static Parameters parameters(RelationshipFilter filter) {
        Parameters parameters = Parameters.with("tenant", filter.tenantId()).and("asCustomer", filter.asCustomer());
        if (filter.asPartner() instanceof PartnerSide.Some some) {
            parameters.and("members", some.relationshipIds());
        }
        if (!filter.statuses().isEmpty()) {
            parameters.and("statuses", filter.statuses());
        }
        if (!filter.ids().isEmpty()) {
            parameters.and("ids", filter.ids());
        }
        filter.updatedSince().ifPresent(since -> parameters.and("since", since));
        filter.nameContains().ifPresent(text -> parameters.and("text", Names.key(text)));
        return parameters;
    }
}
