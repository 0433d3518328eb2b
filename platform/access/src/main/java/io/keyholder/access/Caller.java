package io.keyholder.access;

import io.keyholder.contracts.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as a genuine token says it.
 *
 * @param tenantId the tenant the token speaks for; null for a platform operator
 * @param userId the token's {@code sub}
 * @param groups the security groups that the token lists
 * @param groupsComplete whether these are all of the caller's groups. False where the token lists none, says that they are
 *     elsewhere, or lists what cannot be a group: to allow by a group that is listed is right then, to allow because one is
 *     <em>not</em> listed is not
 * @param globalAdmin whether the token's {@code roles} make it a Global admin of its own tenant
 * @param platformOperator whether it comes from the operator issuer and names that role
 * @param verifiedEmail the token's {@code email}, only when {@code email_verified} says so
 */
public record Caller(
        @Nullable UUID tenantId,
        String userId,
        Set<String> groups,
        boolean groupsComplete,
        boolean globalAdmin,
        boolean platformOperator,
        @Nullable String verifiedEmail) {

    public Caller {
        groups = Set.copyOf(groups);
    }

    /** The caller's user, when it belongs to a tenant. */
    public Optional<Principal> user() {
        return Optional.ofNullable(tenantId).map(tenant -> new Principal(tenant, Principal.Type.USER, userId));
    }

    /** Every principal the caller is: its user and its groups. */
    public Stream<Principal> principals() {
        UUID tenant = tenantId;
        return tenant == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(new Principal(tenant, Principal.Type.USER, userId)),
                        groups.stream().map(group -> new Principal(tenant, Principal.Type.GROUP, group)));
    }

    public boolean belongsTo(UUID tenant) {
        return tenant.equals(tenantId);
    }
}
