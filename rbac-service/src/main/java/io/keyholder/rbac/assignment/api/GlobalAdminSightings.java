package io.keyholder.rbac.assignment.api;

import io.keyholder.access.Caller;
import io.keyholder.identity.CurrentCaller;
import io.keyholder.rbac.assignment.application.GlobalAdmins;
import io.quarkus.logging.Log;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Notes that a tenant has a Global admin, whenever one comes. Front ends ask for one's own access at each sign-in. */
public class GlobalAdminSightings {
    private final CurrentCaller current;
    private final GlobalAdmins globalAdmins;
    private final Clock clock;

    GlobalAdminSightings(CurrentCaller current, GlobalAdmins globalAdmins, Clock clock) {
        this.current = current;
        this.globalAdmins = globalAdmins;
        this.clock = clock;
    }

    @ServerRequestFilter
    public void note() {
        Caller caller = current.get();
        UUID tenant = caller.tenantId();
        if (caller.globalAdmin() && tenant != null) {
            try {
                globalAdmins.seen(tenant, clock.instant());
            } catch (RuntimeException e) {
                Log.warnf("event=global-admin.not-noted tenant=%s reason=\"%s\"", tenant, e.getMessage());
            }
        }
    }
}
