package io.keyholder.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.util.List;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
    private static final BigInteger USUAL = BigInteger.valueOf(65_537);

    @Test
    void shouldFitTheAlgorithmsOfItsKind() throws Exception {
        SigningKey rsa = SigningKey.of(rsa(2048, USUAL));
        SigningKey curve = SigningKey.of(json(EcJwkGenerator.generateJwk(EllipticCurves.P384)));
        SigningKey edwards = SigningKey.of(json(OkpJwkGenerator.generateJwk("Ed25519")));

        assertThat(List.of("RS256", "PS512")).allMatch(algorithm -> rsa.fits(null, algorithm));
        assertThat(List.of("ES256", "EdDSA", "HS256", "none")).noneMatch(algorithm -> rsa.fits(null, algorithm));
        assertThat(curve.fits(null, "ES384")).isTrue();
        assertThat(List.of("ES256", "ES512", "RS384")).noneMatch(algorithm -> curve.fits(null, algorithm));
        assertThat(edwards.fits(null, "EdDSA")).isTrue();
    }

    @Test
    void shouldFitItsOwnNameAlone() throws Exception {
        SigningKey named = SigningKey.of(rsa(2048, USUAL).put("kid", "k1"));

        assertThat(named.fits("k1", "RS256")).isTrue();
        assertThat(named.fits(null, "RS256")).isTrue();
        assertThat(named.fits("k2", "RS256")).isFalse();
    }

    @Test
    void shouldBeBoundToTheAlgorithmThatItNames() throws Exception {
        SigningKey bound = SigningKey.of(rsa(2048, USUAL).put("alg", "RS512").put("use", "sig"));

        assertThat(bound.fits(null, "RS512")).isTrue();
        assertThat(bound.fits(null, "RS256")).isFalse();
        assertUnfit(rsa(2048, USUAL).put("alg", "ES256"), "alg");
        assertUnfit(rsa(2048, USUAL).put("alg", "HS256"), "alg");
        assertUnfit(rsa(2048, USUAL).put("alg", "RSA-OAEP"), "alg");
        assertUnfit(rsa(2048, USUAL).putNull("alg"), "alg");
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 2047, 4097, 8192, 16384})
    void shouldHaveAModulusOfADecentSize(int bits) {
        assertUnfit(rsa(bits, USUAL), bits + " bits");
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 3072, 4096})
    void shouldTakeTheSizesInUse(int bits) throws Exception {
        assertThat(SigningKey.of(rsa(bits, USUAL)).fits(null, "RS256")).isTrue();
    }

    @Test
    void shouldHaveAUsualExponent() throws Exception {
        for (int usual : List.of(3, 17, 65_537)) {
            assertThat(SigningKey.of(rsa(2048, BigInteger.valueOf(usual))).fits(null, "RS256"))
                    .isTrue();
        }
        for (BigInteger odd : List.of(
                BigInteger.ONE, BigInteger.TWO, BigInteger.ONE.shiftLeft(2047).add(USUAL))) {
            assertUnfit(rsa(2048, odd), "");
        }
    }

    @Test
    void shouldBeForSignatures() throws JoseException {
        assertUnfit(rsa(2048, USUAL).put("use", "enc"), "use");
        assertUnfit(rsa(2048, USUAL).put("key_ops", new JsonArray().add("sign")), "key_ops");
        assertUnfit(new JsonObject().put("kty", "oct").put("k", "c2VjcmV0"), "kty");
        assertUnfit(json(OkpJwkGenerator.generateJwk("X25519")), "curve");
        assertUnfit(new JsonObject().put("kty", "EC").put("crv", "P-256K"), "curve");
        assertUnfit(new JsonObject().put("kty", "RSA"), "cannot be read");
        assertUnfit(new JsonObject(), "kty");
        assertUnfit("a text", "not an object");
    }

    @Test
    void shouldNotSpoilOthersThatAreFit() throws Exception {
        JsonArray shown =
                new JsonArray().add(rsa(1024, USUAL).put("kid", "weak")).add(7).add(rsa(2048, USUAL));

        AcceptedKeys accepted = AcceptedKeys.of(shown);

        assertThat(accepted.keys()).containsExactly(SigningKey.of(shown.getValue(2)));
        assertThat(accepted.unfit()).hasSize(2).anyMatch(reason -> reason.startsWith("kid=weak"));
    }

    @Test
    void shouldNotBeMoreThanAnybodyNeeds() {
        JsonArray shown = new JsonArray();
        for (int i = 0; i < 100; i++) {
            shown.add(rsa(2048, USUAL).put("kid", "k" + i));
        }

        assertThat(AcceptedKeys.of(shown).keys()).hasSize(32);
    }

    private static void assertUnfit(Object jwk, String reason) {
        assertThatThrownBy(() -> SigningKey.of(jwk))
                .isInstanceOf(SigningKey.Unfit.class)
                .hasMessageContaining(reason);
    }

    /** Whatever its numbers are good for. */
    private static JsonObject rsa(int bits, BigInteger exponent) {
        BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.ONE);
        return new JsonObject().put("kty", "RSA").put("n", unsigned(modulus)).put("e", unsigned(exponent));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return Base64Url.encode(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static JsonObject json(PublicJsonWebKey key) {
        return new JsonObject(key.toJson(OutputControlLevel.PUBLIC_ONLY));
    }
}
