package io.keyholder.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenShapeTest {

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
    void shouldAcceptAsymmetricAlgorithms(String algorithm) {
        assertThatCode(() -> check(header().put("alg", algorithm))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "nOnE", "HS256", "HS512", "", "rs256", "RSA-OAEP", "ES256K"})
    void shouldRefuseOtherAlgorithms(String algorithm) {
        assertRefused(header().put("alg", algorithm));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwk", "jku", "x5u", "x5c", "crit", "b64", "zip"})
    void shouldRefuseHeadersThatBringAKeyOrARule(String name) {
        assertRefused(header().put(name, new JsonArray()));
        assertRefused(header().putNull(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt", "AT+JWT", "application/at+jwt"})
    void shouldAcceptTheTypesOfAccessTokens(String typ) {
        assertThatCode(() -> check(header().put("typ", typ))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logout+jwt", "dpop+jwt", "JWS", "id+jwt", ""})
    void shouldRefuseOtherTypes(String typ) {
        assertRefused(header().put("typ", typ));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b.c",
                "e30.e30.",
                "e30.e30",
                "e30.e30.e30.e30",
                "W10.e30.x",
                "*.*.*",
                // Padding, white space, bits left over, the alphabet of plain base64, and text that is not UTF-8.
                "e30=.e30.c2ln",
                "e30.e30.c2ln=",
                "e30. e30.c2ln",
                "e30.e30.c2ln\n",
                "e31.e30.c2ln",
                "e30.e30.c2lnZ",
                "e30.e30.c2+n",
                "e30.eyJhIjoi_yJ9.c2ln"
            })
    void shouldRefuseWhatIsNoToken(String text) {
        assertThatThrownBy(() -> UnverifiedToken.parse(text)).isInstanceOf(TokenRefused.class);
    }

    private static JsonObject header() {
        return new JsonObject().put("alg", "RS256").put("kid", "k1");
    }

    private static void assertRefused(JsonObject header) {
        assertThatThrownBy(() -> check(header)).isInstanceOf(TokenRefused.class);
    }

    private static void check(JsonObject header) {
        TokenShape.check(header);
    }
}
