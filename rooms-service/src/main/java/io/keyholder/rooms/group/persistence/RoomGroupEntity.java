package io.keyholder.rooms.group.persistence;

import io.keyholder.rooms.group.domain.GroupDetails;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.web.text.Names;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    @Column
    long version;

    RoomGroupEntity take(RoomGroup group) {
        id = group.id();
        tenantId = group.tenantId();
        name = group.name();
        nameKey = Names.key(name);
        description = group.details().description().orElse(null);
        version = group.version();
        return this;
    }

    RoomGroup asGroup() {
        return new RoomGroup(id, tenantId, new GroupDetails(name, Optional.ofNullable(description)), version);
    }
}
