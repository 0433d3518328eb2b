package io.keyholder.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the tokens of a tenant's issuer are read: the product that issues them says most of it, and the rest is told where it
 * was set up in another way.
 *
 * @param preset the product, whose tokens have a known shape. Absent: GENERIC
 * @param audiences of which a token must name one in {@code aud}. Absent: the platform's own
 * @param claims where in the token things stand, if not where the preset says
 * @param roleMapping what the token's roles mean here, by their names there. Absent: they bear the names of here.
 *     Where it names any, the others mean nothing
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TokenReading(Preset preset, List<String> audiences, Claims claims, Map<String, String> roleMapping) {

    /** As the platform reads the tokens of an issuer about which nothing else was said. */
    public static final TokenReading DEFAULT = new TokenReading(null, null, null, null);

    /** The products whose tokens are known. */
    public enum Preset {
        /** Claims by the names of the contract; tokens of RFC 9068 and the like. */
        GENERIC,
        KEYCLOAK,
        /** Microsoft Entra ID, tokens of version 1.0 and 2.0. */
        ENTRA,
        OKTA,
        AUTH0,
        /** Google, whose access tokens cannot be read by others: its ID tokens stand for them. */
        GOOGLE,
        /** PingOne and PingFederate. */
        PING
    }

    /**
     * Names of claims: one that is called exactly so, else a path of names with dots between them. Null: as the preset says.
     *
     * @param tenant says which tenant the token speaks for
     * @param tenantValue what it says there for this tenant. Absent: the tenant's id
     * @param user the user's id
     * @param groups the ids of the user's groups
     * @param roles the user's roles
     * @param email the user's address
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Claims(
            @Nullable String tenant,
            @Nullable String tenantValue,
            @Nullable String user,
            @Nullable String groups,
            @Nullable String roles,
            @Nullable String email) {

        /** All as the preset says. */
        public static final Claims NONE = new Claims(null, null, null, null, null, null);
    }

    public TokenReading(
            @Nullable Preset preset,
            @Nullable List<String> audiences,
            @Nullable Claims claims,
            @Nullable Map<String, String> roleMapping) {
        this.preset = preset == null ? Preset.GENERIC : preset;
        this.audiences = audiences == null ? List.of() : List.copyOf(audiences);
        this.claims = claims == null ? Claims.NONE : claims;
        // In the order of its names, so that the same mapping is the same text.
        this.roleMapping = roleMapping == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(roleMapping));
    }
}
