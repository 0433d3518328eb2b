package io.keyholder.testing.issuer;

import io.keyholder.testing.backend.Ports;
import io.keyholder.testing.http.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect issuer on loopback: discovery, keys, and tokens for whomever the test says. It can rotate its key, go
 * away, and misbehave, and counts who asks it. Thread-safe.
 */
public final class TestIssuer implements AutoCloseable {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final String JWKS = "/jwks";

    private final Clock clock = Clock.systemUTC();
    private final String path;
    private final String url;
    private final IssuerKeys keys;
    private final IssuerEndpoint endpoint;
    private volatile UnaryOperator<Reply> discoveryReplies = UnaryOperator.identity();
    private volatile UnaryOperator<Reply> jwksReplies = UnaryOperator.identity();

    private TestIssuer(String name, SigningAlgorithm algorithm, @Nullable SSLContext tls) {
        int port = Ports.free();
        path = "/" + name;
        url = (tls == null ? "http" : "https") + "://127.0.0.1:" + port + path;
        keys = new IssuerKeys(name, algorithm);
        endpoint = new IssuerEndpoint(port, tls, this::reply);
    }

    /** An issuer that signs by RS256, running. */
    public static TestIssuer start(String name) {
        return start(name, SigningAlgorithm.RS256);
    }

    /** An issuer that signs by this algorithm, running. The name becomes the path of its address. */
    public static TestIssuer start(String name, SigningAlgorithm algorithm) {
        TestIssuer issuer = new TestIssuer(name, algorithm, null);
        issuer.comeBack();
        return issuer;
    }

    /** An issuer that answers by https and shows this certificate, running. */
    public static TestIssuer start(String name, Certificate certificate) {
        TestIssuer issuer = new TestIssuer(name, SigningAlgorithm.RS256, certificate.context());
        issuer.comeBack();
        return issuer;
    }

    /** Its address, which is the {@code iss} of its tokens. */
    public String issuer() {
        return url;
    }

    /** The address of its keys. */
    public String jwksUri() {
        return url + JWKS;
    }

    /** A token, signed with the current key. */
    public String token(TokenSpec spec) {
        return unsigned().with(spec).sign(key().getPrivateKey());
    }

    /** Signs with a new key of the same algorithm from now on. The old one stays published unless told otherwise. */
    public void rotateKey() {
        rotateKey(algorithm());
    }

    /** Signs with a new key of this algorithm from now on. */
    public void rotateKey(SigningAlgorithm algorithm) {
        keys.rotate(algorithm);
    }

    /** Whether keys that no longer sign are still published; false withdraws those there are. */
    public void keepOldKey(boolean keep) {
        keys.keepOld(keep);
    }

    /** Refuses connections until {@link #comeBack()}. */
    public void goAway() {
        endpoint.close();
    }

    /** Answers again, at the same address. */
    public void comeBack() {
        endpoint.open();
    }

    /** From now on makes each answer of the keys' address from the honest one. */
    public void answerJwks(UnaryOperator<Reply> replies) {
        jwksReplies = replies;
    }

    /** From now on makes each answer of discovery from the honest one. */
    public void answerDiscovery(UnaryOperator<Reply> replies) {
        discoveryReplies = replies;
    }

    /** Gives honest answers again. */
    public void behave() {
        answerJwks(UnaryOperator.identity());
        answerDiscovery(UnaryOperator.identity());
    }

    /** How often its keys were asked for. */
    public int jwksFetches() {
        return endpoint.requests(path + JWKS);
    }

    /** How often discovery was asked for. */
    public int discoveryFetches() {
        return endpoint.requests(path + DISCOVERY);
    }

    /** How often it was asked for anything. */
    public int requests() {
        return endpoint.requests();
    }

    @Override
    public void close() {
        endpoint.close();
    }

    /** What it would sign for nobody in particular, in the shape of Keycloak's access tokens. */
    Token unsigned() {
        Instant now = clock.instant();
        return new Token(
                Map.of("alg", algorithm().header(), "kid", key().getKeyId(), "typ", "JWT"),
                Map.of(
                        "iss",
                        url,
                        "aud",
                        "keyholder",
                        "azp",
                        "keyholder-cli",
                        "typ",
                        "Bearer",
                        "jti",
                        UUID.randomUUID().toString(),
                        "iat",
                        now.getEpochSecond(),
                        "exp",
                        now.plus(LIFETIME).getEpochSecond()));
    }

    PublicJsonWebKey key() {
        return keys.current();
    }

    private SigningAlgorithm algorithm() {
        return SigningAlgorithm.valueOf(key().getAlgorithm().toUpperCase(Locale.ROOT));
    }

    private Reply reply(String requested) {
        if (requested.equals(path + JWKS)) {
            return jwksReplies.apply(Reply.json(keys.publicJson()));
        }
        if (requested.equals(path + DISCOVERY)) {
            return discoveryReplies.apply(Reply.json(JsonUtil.toJson(discovery())));
        }
        return Reply.json("{}").status(404);
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", url,
                "jwks_uri", jwksUri(),
                "authorization_endpoint", url + "/authorize",
                "token_endpoint", url + "/token",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of(algorithm().header()));
    }
}
