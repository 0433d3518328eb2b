package io.keyholder.benchmarks.scenario.removal;

import io.keyholder.client.Keyholder;
import io.keyholder.client.model.Delegation;
import io.keyholder.client.model.DelegationRequest;
import io.keyholder.client.model.RoomScope;
import io.keyholder.driver.Partnership;
import java.util.UUID;

/** The customer narrows the delegation to nothing. rooms-service itself owns it. */
final class NarrowedDelegation implements Removal {

    private final UUID relationship;
    private final UUID room;
    private final String token;
    private final Keyholder customer;

    NarrowedDelegation(Partnership partnership, UUID room) {
        this.relationship = partnership.id();
        this.room = room;
        this.token = partnership.partner().token(partnership.primaryAdmin());
        this.customer = partnership.customer().admin();
    }

    @Override
    public String name() {
        return "delegation narrowed";
    }

    @Override
    public Granted grant() {
        Delegation narrow = customer.delegations().getDelegation(relationship);
        Delegation wide = delegate(narrow, RoomScope.TypeEnum.ALL);
        return new Granted(room, token, () -> {
            delegate(wide, RoomScope.TypeEnum.SELECTED);
            return customer.consistency();
        });
    }

    private Delegation delegate(Delegation present, RoomScope.TypeEnum type) {
        return customer.delegations()
                .putDelegation(
                        relationship,
                        present.getVersion(),
                        new DelegationRequest().roomScope(new RoomScope().type(type)));
    }
}
