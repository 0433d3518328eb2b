package io.keyholder.rbac.assignment;

import io.keyholder.access.Caller;
import io.keyholder.identity.CurrentCaller;
import io.quarkus.logging.Log;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Notes that a tenant has a Global admin, whenever one comes. Front ends ask for one's own access at each sign-in. */
public class GlobalAdminObserver {
    private final CurrentCaller current;
    private final GlobalAdmins globalAdmins;

    GlobalAdminObserver(CurrentCaller current, GlobalAdmins globalAdmins) {
        this.current = current;
        this.globalAdmins = globalAdmins;
    }

    @ServerRequestFilter
    public void note() {
        Caller caller = current.get();
        UUID tenant = caller.tenantId();
        if (caller.globalAdmin() && tenant != null) {
            try {
                globalAdmins.seen(tenant);
            } catch (RuntimeException e) {
                Log.warnf("event=global-admin.not-noted tenant=%s reason=\"%s\"", tenant, e.getMessage());
            }
        }
    }
}
