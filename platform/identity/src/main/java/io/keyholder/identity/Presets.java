package io.keyholder.identity;

import io.keyholder.contracts.TokenReading.Preset;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the tokens of each product have what is to be known, unless a registration says otherwise. */
final class Presets {

    private Presets() {}

    /** The claim that tells tenants apart where several share an issuer. */
    static String tenantClaim(Preset preset, String generic) {
        return switch (preset) {
            // Entra's tid is the directory's, and a registration says which; Google has one issuer for all the world.
            case ENTRA -> "tid";
            case GOOGLE -> "hd";
            case GENERIC, KEYCLOAK, OKTA, AUTH0, PING -> generic;
        };
    }

    /** Whether a token's tenant claim, where nothing is registered about it, is the product's own and not ours. */
    static boolean hasOwnTenantClaim(Preset preset) {
        return switch (preset) {
            case ENTRA, GOOGLE -> true;
            case GENERIC, KEYCLOAK, OKTA, AUTH0, PING -> false;
        };
    }

    /** The user's id, which stays the same when the user is renamed. */
    static String userClaim(Preset preset) {
        return switch (preset) {
            case ENTRA -> "oid";
            case OKTA -> "uid";
            case GENERIC, KEYCLOAK, AUTH0, GOOGLE, PING -> "sub";
        };
    }

    static String groupsClaim(Preset preset, JsonObject claims) {
        return namespaced(preset, claims, "groups").orElse("groups");
    }

    static String rolesClaim(Preset preset, JsonObject claims) {
        if (preset == Preset.KEYCLOAK && !claims.containsKey("roles")) {
            return "realm_access.roles";
        }
        return namespaced(preset, claims, "roles").orElse("roles");
    }

    /** Claims that say, by being true, that the user's address was verified. */
    static List<String> verifiedEmailClaims(Preset preset) {
        // What Entra has as email anybody can write there; this one says that the domain's owner was asked.
        return preset == Preset.ENTRA ? List.of("xms_edov") : List.of("email_verified");
    }

    /** Auth0 lets nobody add a claim that is not called like an address. Where several could be meant, none is. */
    private static Optional<String> namespaced(Preset preset, JsonObject claims, String name) {
        if (preset != Preset.AUTH0 || claims.containsKey(name)) {
            return Optional.empty();
        }
        List<String> found = candidates(claims, name).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Stream<String> candidates(JsonObject claims, String name) {
        return claims.fieldNames().stream().filter(claim -> claim.startsWith("https://") && claim.endsWith("/" + name));
    }
}
