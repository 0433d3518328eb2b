package io.keyholder.identity;

import java.security.PublicKey;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Whether a token was signed by one of its issuer's keys. */
final class Signatures {

    private Signatures() {}

    /** @param fitting the keys whose id and algorithm are the token's */
    static boolean isSignedByOneOf(List<PublicKey> fitting, UnverifiedToken token) {
        return fitting.stream().anyMatch(key -> isSignedBy(key, token));
    }

    private static boolean isSignedBy(PublicKey key, UnverifiedToken token) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, token.algorithm()));
            signature.setCompactSerialization(token.compact());
            signature.setKey(key);
            return signature.verifySignature();
        } catch (JoseException e) {
            return false;
        }
    }
}
