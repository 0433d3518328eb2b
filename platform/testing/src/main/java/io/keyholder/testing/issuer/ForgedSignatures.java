package io.keyholder.testing.issuer;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.HmacKey;

/** Tokens that say the right things and are not signed by the issuer they name. */
final class ForgedSignatures {

    private final TestIssuer issuer;
    private final TestIssuer attacker;
    private final Token valid;

    ForgedSignatures(TestIssuer issuer, TestIssuer attacker, Token valid) {
        this.issuer = issuer;
        this.attacker = attacker;
        this.valid = valid;
    }

    List<Attack> all() {
        return Stream.of(unsigned(), hmac(), foreignKeys(), tampered())
                .flatMap(List::stream)
                .toList();
    }

    private List<Attack> unsigned() {
        return List.of(
                new Attack("alg none", valid.header("alg", "none").withSignature("")),
                new Attack("alg nOnE", valid.header("alg", "nOnE").withSignature("")),
                new Attack(
                        "alg none with a signature", valid.header("alg", "none").withSignature(signature())),
                new Attack("signature left empty", valid.withSignature("")));
    }

    /** A validator that takes the algorithm from the token would use the public key as the shared secret. */
    private List<Attack> hmac() {
        PublicKey key = issuer.key().getPublicKey();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        Token hs256 = valid.header("alg", "HS256");
        return List.of(
                new Attack(
                        "HS256 with the public key as PEM",
                        hs256.sign(new HmacKey(pem.getBytes(StandardCharsets.US_ASCII)))),
                new Attack("HS256 with the public key as DER", hs256.sign(new HmacKey(key.getEncoded()))));
    }

    private List<Attack> foreignKeys() {
        Token foreign = valid.header("alg", attacker.key().getAlgorithm());
        Token unknownKid = foreign.header("kid", attacker.key().getKeyId());
        return List.of(
                attack("the issuer's kid, another's key", foreign),
                attack("unknown kid", unknownKid),
                attack("kid that is a path", foreign.header("kid", "../../../../dev/null")),
                attack(
                        "embedded jwk",
                        unknownKid.header("jwk", attacker.key().toParams(OutputControlLevel.PUBLIC_ONLY))),
                attack("jku of an attacker", unknownKid.header("jku", attacker.jwksUri())),
                attack("x5u of an attacker", unknownKid.header("x5u", attacker.issuer() + "/x5u")));
    }

    private List<Attack> tampered() {
        byte[] flipped = Base64Url.decode(signature());
        flipped[flipped.length / 2] ^= 1;
        Token critical = valid.header("crit", List.of("urn:keyholder:unknown")).header("urn:keyholder:unknown", true);
        return List.of(
                new Attack(
                        "tampered payload", valid.claim("sub", "someone-else").withSignature(signature())),
                new Attack("tampered signature", valid.withSignature(Base64Url.encode(flipped))),
                new Attack(
                        "critical header nobody knows",
                        critical.sign(issuer.key().getPrivateKey())));
    }

    private Attack attack(String name, Token token) {
        return new Attack(name, token.sign(attacker.key().getPrivateKey()));
    }

    private String signature() {
        String signed = valid.sign(issuer.key().getPrivateKey());
        String signature = signed.substring(signed.lastIndexOf('.') + 1);
        if (signed.equals(valid.withSignature(signature))) {
            return signature;
        }
        throw new IllegalStateException("The signature does not belong to the token's own encoding");
    }
}
