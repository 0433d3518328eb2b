package io.keyholder.benchmarks.scenario.removal;

import io.keyholder.driver.Caller;
import io.keyholder.driver.Relationship;
import java.util.List;
import java.util.Map;

/** The customer narrows the delegation to nothing. rooms-service itself owns it. */
final class NarrowedDelegation implements Removal {

    private final String delegation;
    private final String room;
    private final String token;
    private final Caller customer;

    NarrowedDelegation(Relationship relationship, String room) {
        this.delegation = "/delegations/" + relationship.id();
        this.room = room;
        this.token = relationship.partner().token(relationship.primaryAdmin());
        this.customer = relationship.customer().admin();
    }

    @Override
    public String name() {
        return "delegation narrowed";
    }

    @Override
    public Granted grant() {
        var etag = delegate(customer.get(delegation).is(200).header("ETag"), Map.of("type", "ALL"));
        return new Granted("/rooms/" + room, token, () -> {
            delegate(etag, Map.of("type", "SELECTED", "roomIds", List.of(), "roomGroupIds", List.of()));
            return customer.consistency();
        });
    }

    private String delegate(String etag, Map<String, Object> scope) {
        return customer.put(delegation, etag, Map.of("roomScope", scope))
                .is(200)
                .header("ETag");
    }
}
