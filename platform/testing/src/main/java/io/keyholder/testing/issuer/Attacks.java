package io.keyholder.testing.issuer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Forgeries of one valid token. Each differs from it in the one thing it is named for, so a validator that accepts any lacks
 * just that check.
 */
public final class Attacks {

    private static final Duration FAR = Duration.ofHours(1);
    private static final int OVERSIZED_BYTES = 13 * 1024;

    private final Instant now = Clock.systemUTC().instant();
    private final TestIssuer issuer;
    private final TestIssuer attacker;
    private final TokenSpec valid;

    private Attacks(TestIssuer issuer, TestIssuer attacker, TokenSpec valid) {
        this.issuer = issuer;
        this.attacker = attacker;
        this.valid = valid;
    }

    /**
     * All of them.
     *
     * @param issuer known to the service under test
     * @param attacker not known to it; the service must never have asked it for anything ({@link TestIssuer#requests()})
     * @param valid what the issuer would sign and the service accept, with the tenant's id in {@code tid}
     */
    public static List<Attack> all(TestIssuer issuer, TestIssuer attacker, TokenSpec valid) {
        Attacks attacks = new Attacks(issuer, attacker, valid);
        ForgedSignatures forged =
                new ForgedSignatures(issuer, attacker, issuer.unsigned().with(valid));
        return Stream.of(forged.all(), attacks.claims(), attacks.otherKinds(), attacks.times(), attacks.shapes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Attack> claims() {
        return List.of(
                new Attack("wrong issuer: nobody knows it", attacker.token(valid)),
                signed("wrong issuer: signed by a known one", valid.claim("iss", attacker.issuer())),
                signed("missing issuer", valid.withoutClaim("iss")),
                signed("wrong audience", valid.audience("another-api")),
                signed("missing audience", valid.withoutClaim("aud")),
                signed(
                        "wrong tenant: not served by the issuer",
                        valid.tenant(UUID.randomUUID().toString())),
                signed("missing subject", valid.withoutClaim("sub")));
    }

    private List<Attack> otherKinds() {
        TokenSpec idToken = valid.claim("typ", "ID").claim("at_hash", "q6DHsm0Yt8hXBAXQ5DxyKQ");
        TokenSpec refreshToken = valid.claim("typ", "Refresh");
        return List.of(
                signed("ID token", idToken.audience("keyholder-cli")),
                signed("ID token for this audience", idToken),
                signed("refresh token", refreshToken.audience(issuer.issuer())),
                signed("refresh token for this audience", refreshToken));
    }

    private List<Attack> times() {
        return List.of(
                signed("expired", valid.claim("iat", epoch(now.minus(FAR))).expiresAt(now.minus(FAR.dividedBy(2)))),
                signed("never expires", valid.withoutClaim("exp")),
                signed("not yet valid", valid.notBefore(now.plus(FAR)).expiresAt(now.plus(FAR.multipliedBy(2)))));
    }

    private List<Attack> shapes() {
        String token = issuer.token(valid);
        return List.of(
                signed("oversized", valid.claim("padding", "x".repeat(OVERSIZED_BYTES))),
                new Attack("not a token", "keyholder"),
                new Attack("without a signature part", token.substring(0, token.lastIndexOf('.'))),
                new Attack("with a part too many", token + "." + token.substring(token.lastIndexOf('.') + 1)));
    }

    private Attack signed(String name, TokenSpec spec) {
        return new Attack(name, issuer.token(spec));
    }

    private static long epoch(Instant time) {
        return time.getEpochSecond();
    }
}
