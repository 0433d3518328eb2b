package io.keyholder.identity;

import io.keyholder.access.Caller;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {
    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws UnauthorizedException on a path that asks for no token, when none was sent */
    public Caller get() {
        return CallerIdentity.callerOf(identity).orElseThrow(UnauthorizedException::new);
    }
}
