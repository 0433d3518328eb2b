package io.keyholder.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenShapeTest {

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
    void shouldAcceptAsymmetricAlgorithms(String algorithm) {
        assertThatCode(() -> check(header().put("alg", algorithm), claims())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "nOnE", "HS256", "HS512", "", "rs256", "RSA-OAEP", "ES256K"})
    void shouldRefuseOtherAlgorithms(String algorithm) {
        assertRefused(header().put("alg", algorithm), claims());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwk", "jku", "x5u", "x5c", "crit", "b64", "zip"})
    void shouldRefuseHeadersThatBringAKeyOrARule(String name) {
        assertRefused(header().put(name, new JsonArray()), claims());
        assertRefused(header().putNull(name), claims());
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt", "AT+JWT", "application/at+jwt"})
    void shouldAcceptTheTypesOfAccessTokens(String typ) {
        assertThatCode(() -> check(header().put("typ", typ), claims())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logout+jwt", "dpop+jwt", "JWS", "id+jwt", ""})
    void shouldRefuseOtherTypes(String typ) {
        assertRefused(header().put("typ", typ), claims());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID", "Refresh", "Offline", "Logout", "bearer"})
    void shouldRefuseWhatKeycloakSaysIsNoAccessToken(String typ) {
        assertRefused(header(), claims().put("typ", typ));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at_hash", "c_hash", "nonce"})
    void shouldRefuseWhatOnlyIdTokensCarry(String claim) {
        assertRefused(header(), claims().put(claim, "x"));
    }

    @Test
    void shouldRefuseTimesAndSubjectsThatAreNone() {
        assertRefused(header(), new JsonObject().put("sub", "ada"));
        assertRefused(header(), claims().put("exp", "tomorrow"));
        assertRefused(header(), claims().put("nbf", "yesterday"));
        assertRefused(header(), claims().put("sub", " "));
        assertRefused(header(), claims().put("sub", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.", "e30.e30", "e30.e30.e30.e30", "W10.e30.x", "*.*.*"})
    void shouldRefuseWhatIsNoToken(String text) {
        assertThatThrownBy(() -> TokenShape.check(UnverifiedToken.parse(text))).isInstanceOf(TokenRefused.class);
    }

    private static JsonObject header() {
        return new JsonObject().put("alg", "RS256").put("kid", "k1");
    }

    private static JsonObject claims() {
        return new JsonObject().put("sub", "ada").put("exp", 2_000_000_000L);
    }

    private static void assertRefused(JsonObject header, JsonObject claims) {
        assertThatThrownBy(() -> check(header, claims)).isInstanceOf(TokenRefused.class);
    }

    private static void check(JsonObject header, JsonObject claims) {
        TokenShape.check(UnverifiedToken.parse(encode(header) + "." + encode(claims) + ".c2ln"));
    }

    private static String encode(JsonObject json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
    }
}
