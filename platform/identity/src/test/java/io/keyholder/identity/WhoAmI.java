package io.keyholder.identity;

import io.keyholder.access.Caller;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Says who called: through JAX-RS, as a service does, and on the plain router, as the gateway does. */
@Path("/v1/whoami")
public class WhoAmI {
    private final CurrentCaller caller;

    WhoAmI(CurrentCaller caller) {
        this.caller = caller;
    }

    @GET
    public String whoAmI() {
        return describe(caller.get());
    }

    void routes(@Observes Router router) {
        router.get("/v1/whoami-plain")
                .handler(request -> request.end(
                        CallerIdentity.callerOf(request).map(WhoAmI::describe).orElseThrow()));
    }

    private static String describe(Caller caller) {
        return "tenant=%s user=%s groups=%s complete=%s globalAdmin=%s operator=%s email=%s"
                .formatted(
                        caller.tenantId(),
                        caller.userId(),
                        caller.groups().stream().sorted().toList(),
                        caller.groupsComplete(),
                        caller.globalAdmin(),
                        caller.platformOperator(),
                        caller.verifiedEmail());
    }
}
