package io.keyholder.benchmarks.scenario.removal;

import io.keyholder.driver.Caller;
import io.keyholder.driver.Tenant;

/** The customer removes the partner. tenant-relationship-service owns the relationship, rooms-service hears of it. */
final class TerminatedRelationship implements Removal {

    private static final String USER = "paula";

    private final Tenant customer;
    private final Tenant partner;
    private final String room;
    private final Caller admin;

    TerminatedRelationship(Tenant customer, Tenant partner, String room) {
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
        var relationship = customer.entrust(partner, USER);
        var path = "/relationships/" + relationship.id();
        var etag = admin.seeing(relationship.consistency()).get(path).is(200).header("ETag");
        return new Granted("/rooms/" + room, partner.token(USER), () -> {
            admin.delete(path, etag).is(204);
            return admin.consistency();
        });
    }
}
