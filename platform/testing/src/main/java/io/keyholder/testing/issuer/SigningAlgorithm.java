package io.keyholder.testing.issuer;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** What Keyholder lets issuers sign with, an algorithm of each class. */
public enum SigningAlgorithm {
    RS256("RS256"),
    ES256("ES256"),
    EDDSA("EdDSA");

    private final String header;

    SigningAlgorithm(String header) {
        this.header = header;
    }

    /** The value of the {@code alg} header. */
    public String header() {
        return header;
    }

    PublicJsonWebKey newKey(String kid) {
        try {
            PublicJsonWebKey key = switch (this) {
                case RS256 -> RsaJwkGenerator.generateJwk(2048);
                case ES256 -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
                case EDDSA -> OkpJwkGenerator.generateJwk("Ed25519");
            };
            key.setKeyId(kid);
            key.setAlgorithm(header);
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot make a key for " + header, e);
        }
    }
}
