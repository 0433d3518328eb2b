package io.keyholder.benchmarks.scenario.removal;

import io.keyholder.client.Keyholder;
import io.keyholder.driver.Tenant;
import java.util.UUID;

/** The customer removes the partner. tenant-relationship-service owns the relationship, rooms-service hears of it. */
final class TerminatedRelationship implements Removal {

    private static final String USER = "paula";

    private final Tenant customer;
    private final Tenant partner;
    private final UUID room;
    private final Keyholder admin;

    TerminatedRelationship(Tenant customer, Tenant partner, UUID room) {
        this.customer = customer;
        this.partner = partner;
        this.room = room;
        this.admin = customer.admin();
    }

    @Override
    public String name() {
        return "relationship terminated";
    }

    @Override
    public Granted grant() {
        var partnership = customer.entrust(partner, USER);
        var relationship =
                admin.seeing(partnership.consistency()).relationships().getRelationship(partnership.id());
        return new Granted(room, partner.token(USER), () -> {
            admin.relationships().terminateRelationship(relationship.getId(), relationship.getVersion());
            return admin.consistency();
        });
    }
}
