package io.keyholder.tenantrelationship.change;

import io.keyholder.access.Caller;
import io.keyholder.identity.CurrentCaller;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Notes that a tenant has a Global admin, before the first of them is answered. The gateway asks for the tenant of each one it
 * sees, so that no other service's is missed. What cannot be noted is not served: it would be taken for none.
 */
public class GlobalAdminRegistrar {
    private final CurrentCaller current;
    private final SignIns signIns;

    GlobalAdminRegistrar(CurrentCaller current, SignIns signIns) {
        this.current = current;
        this.signIns = signIns;
    }

    @ServerRequestFilter
    public void note() {
        Caller caller = current.get();
        UUID tenant = caller.tenantId();
        if (caller.globalAdmin() && tenant != null) {
            signIns.note(tenant);
        }
    }
}
