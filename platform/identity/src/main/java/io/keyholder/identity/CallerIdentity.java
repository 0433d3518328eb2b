package io.keyholder.identity;

import io.keyholder.access.Caller;
import io.quarkus.security.credential.Credential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.security.Permission;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated caller, as Quarkus wants to see one. It has no roles and permissions in Quarkus' sense: what a caller
 * may do depends on whose rooms it asks for, and is decided by {@code io.keyholder.access}.
 */
public final class CallerIdentity implements SecurityIdentity {
    private final CallerPrincipal principal;

    CallerIdentity(Caller caller) {
        this.principal = new CallerPrincipal(caller);
    }

    /** Who sent this request; empty before it is authenticated, and on paths that ask for no token. */
    public static Optional<Caller> callerOf(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user ? callerOf(user.getSecurityIdentity()) : Optional.empty();
    }

    static Optional<Caller> callerOf(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof CallerPrincipal found
                ? Optional.of(found.caller())
                : Optional.empty();
    }

    @Override
    public Principal getPrincipal() {
        return principal;
    }

    @Override
    public boolean isAnonymous() {
        return false;
    }

    @Override
    public Set<String> getRoles() {
        return Set.of();
    }

    @Override
    public boolean hasRole(String role) {
        return false;
    }

    @Override
    public <T extends Credential> @Nullable T getCredential(Class<T> type) {
        return null;
    }

    @Override
    public Set<Credential> getCredentials() {
        return Set.of();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> @Nullable T getAttribute(String name) {
        return null;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Set<Permission> getPermissions() {
        return Set.of();
    }

    @Override
    public Uni<Boolean> checkPermission(Permission permission) {
        return Uni.createFrom().item(false);
    }

    /** Named by the user's id, which means something within its tenant alone. */
    private record CallerPrincipal(Caller caller) implements Principal {
        @Override
        public String getName() {
            return caller.userId();
        }
    }
}
