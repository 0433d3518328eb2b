package io.keyholder.rbac.assignment.persistence;

import io.keyholder.access.AccessContext;
import io.keyholder.contracts.Scope;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.assignment.domain.AssignmentDetails;
import io.keyholder.rbac.assignment.domain.Member;
import io.keyholder.rbac.assignment.domain.Period;
import io.keyholder.web.text.Names;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "assignment")
class AssignmentEntity {
    private static final Comparator<Member> BY_PRINCIPAL = Comparator.<Member, String>comparing(
                    member -> member.principal().type().name())
            .reversed()
            .thenComparing(member -> member.principal().id());

    @Id
    UUID id;

    @Column(name = "role_id")
    UUID roleId;

    @Column(name = "role_version")
    long roleVersion;

    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "relationship_id")
    @Nullable
    UUID relationshipId;

    /** Made by the database: the relationship, or else the customer. */
    @Column(name = "context_id", insertable = false, updatable = false)
    UUID contextId;

    @Column
    String name;

    @Column(name = "name_key")
    String nameKey;

    @Column
    @Nullable
    String description;

    @Column(name = "email_notifications")
    boolean emailNotifications;

    @ElementCollection
    @CollectionTable(name = "assignment_member", joinColumns = @JoinColumn(name = "assignment_id"))
    @BatchSize(size = 200)
    Set<MemberColumns> members = new HashSet<>();

    @Enumerated(EnumType.STRING)
    @Column(name = "scope_type")
    Scope.Type scopeType;

    @Column(name = "room_ids")
    List<UUID> roomIds;

    @Column(name = "room_group_ids")
    List<UUID> roomGroupIds;

    @Column(name = "starts_at")
    @Nullable
    Instant startsAt;

    @Column(name = "ends_at")
    @Nullable
    Instant endsAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column
    long version;

    void take(Assignment assignment) {
        AssignmentDetails details = assignment.details();
        id = assignment.id();
        roleId = assignment.roleId();
        roleVersion = assignment.roleVersion();
        customerId = assignment.context().customerId();
        relationshipId = assignment.context().relationshipId();
        name = details.name();
        nameKey = Names.key(name);
        description = details.description().orElse(null);
        emailNotifications = details.emailNotifications();
        Set<MemberColumns> named =
                details.members().stream().map(MemberColumns::of).collect(Collectors.toSet());
        members.retainAll(named);
        members.addAll(named);
        scopeType = details.scope().type();
        roomIds = details.scope().roomIds();
        roomGroupIds = details.scope().roomGroupIds();
        startsAt = details.period().startsAt().orElse(null);
        endsAt = details.period().endsAt().orElse(null);
        createdAt = assignment.createdAt();
        version = assignment.version();
    }

    Assignment asAssignment() {
        AssignmentDetails details = new AssignmentDetails(
                name,
                Optional.ofNullable(description),
                emailNotifications,
                members.stream()
                        .map(MemberColumns::asMember)
                        .sorted(BY_PRINCIPAL)
                        .toList(),
                new Scope(scopeType, roomIds, roomGroupIds),
                new Period(Optional.ofNullable(startsAt), Optional.ofNullable(endsAt)));
        return new Assignment(
                id, roleId, roleVersion, new AccessContext(customerId, relationshipId), details, createdAt, version);
    }
}
