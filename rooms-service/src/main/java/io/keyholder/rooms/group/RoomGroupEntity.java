package io.keyholder.rooms.group;

import io.keyholder.rooms.group.model.GroupDetails;
import io.keyholder.rooms.group.model.RoomGroup;
import io.keyholder.web.text.Names;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "room_group")
class RoomGroupEntity {
    @Id
    UUID id;

    @Column(name = "tenant_id")
    UUID tenantId;

    @Column
    String name;

    /** By which it is unique, and ordered in lists. */
    @Column(name = "name_key")
    String nameKey;

    @Column
    @Nullable
    String description;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column
    long version;

    RoomGroupEntity take(RoomGroup group) {
        id = group.id();
        tenantId = group.tenantId();
        name = group.name();
        nameKey = Names.key(name);
        description = group.details().description().orElse(null);
        createdAt = group.createdAt();
        updatedAt = group.updatedAt();
        version = group.version();
        return this;
    }

    RoomGroup asGroup() {
        return new RoomGroup(
                id, tenantId, new GroupDetails(name, Optional.ofNullable(description)), createdAt, updatedAt, version);
    }
}
