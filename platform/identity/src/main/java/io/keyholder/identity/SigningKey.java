package io.keyholder.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A key by which tokens can be verified.
 *
 * @param algorithms those by which it may have signed
 */
record SigningKey(@Nullable String keyId, Set<String> algorithms, PublicKey key) {
    private static final Set<String> RSA = Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");
    private static final Map<String, Set<String>> CURVES = Map.of(
            "P-256", Set.of("ES256"),
            "P-384", Set.of("ES384"),
            "P-521", Set.of("ES512"),
            "Ed25519", Set.of("EdDSA"),
            "Ed448", Set.of("EdDSA"));

    /** Those that are in use. A larger one makes each verification dearer and none safer. */
    private static final Set<BigInteger> RSA_EXPONENTS =
            Set.of(BigInteger.valueOf(3), BigInteger.valueOf(17), BigInteger.valueOf(65_537));

    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 4096;

    /** Why a key is not used. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String reason) {
            super(reason);
        }
    }

    /** @throws Unfit when it is no public key for signatures, or none that is accepted */
    static SigningKey of(Object element) throws Unfit {
        if (!(element instanceof JsonObject jwk)) {
            throw new Unfit("not an object");
        }
        requireForSignatures(jwk);
        Set<String> possible = algorithmsOf(jwk);
        PublicKey key = parse(jwk);
        if (key instanceof RSAPublicKey rsa) {
            requireUsual(rsa);
        }
        return new SigningKey(jwk.getValue("kid") instanceof String kid ? kid : null, bound(jwk, possible), key);
    }

    /** Whether it may have signed a token with these header parameters; one that names no key may be by any. */
    boolean fits(@Nullable String kid, String algorithm) {
        return (kid == null || kid.equals(keyId)) && algorithms.contains(algorithm);
    }

    private static void requireForSignatures(JsonObject jwk) throws Unfit {
        if (jwk.containsKey("use") && !"sig".equals(jwk.getValue("use"))) {
            throw new Unfit("use is not sig");
        }
        boolean verifies = jwk.getValue("key_ops") instanceof JsonArray operations && operations.contains("verify");
        if (jwk.containsKey("key_ops") && !verifies) {
            throw new Unfit("key_ops has no verify");
        }
    }

    private static Set<String> algorithmsOf(JsonObject jwk) throws Unfit {
        if ("RSA".equals(jwk.getValue("kty"))) {
            return RSA;
        }
        boolean curved = "EC".equals(jwk.getValue("kty")) || "OKP".equals(jwk.getValue("kty"));
        if (!curved) {
            throw new Unfit("kty is neither RSA nor EC nor OKP");
        }
        return Optional.ofNullable(CURVES.get(String.valueOf(jwk.getValue("crv"))))
                .orElseThrow(() -> new Unfit("the curve is not accepted"));
    }

    /** The algorithm that the key itself names is the only one then. */
    private static Set<String> bound(JsonObject jwk, Set<String> possible) throws Unfit {
        if (!jwk.containsKey("alg")) {
            return possible;
        }
        Object alg = jwk.getValue("alg");
        if (!(alg instanceof String named) || !possible.contains(named)) {
            throw new Unfit("alg is not one of this kind of key");
        }
        return Set.of(named);
    }

    private static PublicKey parse(JsonObject jwk) throws Unfit {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(jwk.encode()).getPublicKey();
        } catch (JoseException | RuntimeException e) {
            throw new Unfit("cannot be read: " + e.getMessage());
        }
    }

    private static void requireUsual(RSAPublicKey key) throws Unfit {
        int bits = key.getModulus().bitLength();
        if (bits < LEAST_RSA_BITS || bits > MOST_RSA_BITS) {
            throw new Unfit("the modulus has " + bits + " bits, not " + LEAST_RSA_BITS + " to " + MOST_RSA_BITS);
        }
        if (!RSA_EXPONENTS.contains(key.getPublicExponent())) {
            throw new Unfit("the public exponent is none of 3, 17 and 65537");
        }
    }
}
