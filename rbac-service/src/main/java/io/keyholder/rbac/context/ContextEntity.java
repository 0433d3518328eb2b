package io.keyholder.rbac.context;

import io.keyholder.contracts.Sequence;
import io.keyholder.rbac.context.model.Context;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "context")
class ContextEntity {
    @Id
    UUID id;

    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "partner_id")
    @Nullable
    UUID partnerId;

    @Enumerated(EnumType.STRING)
    Context.Status status;

    @Column(name = "permission_ceiling")
    @Nullable
    List<String> permissionCeiling;

    @Column
    int epoch;

    @Column
    long version;

    void take(Context context, Sequence sequence) {
        id = context.id();
        customerId = context.customerId();
        partnerId = context.partnerId().orElse(null);
        status = status == Context.Status.CLOSED ? status : context.status();
        permissionCeiling = context.permissionCeiling().orElse(null);
        epoch = sequence.epoch();
        version = sequence.version();
    }

    Sequence sequence() {
        return new Sequence(epoch, version);
    }

    Context asContext() {
        return new Context(
                id,
                customerId,
                Optional.ofNullable(partnerId),
                status,
                Optional.ofNullable(permissionCeiling).map(List::copyOf));
    }
}
