package io.keyholder.testing.issuer;

import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/** What RFC 8725 and RFC 9068 ask of a validator, by jose4j: the attacks are forged so that this one refuses them. */
final class ReferenceValidator {

    private static final int MAX_BYTES = 8 * 1024;

    private final TestIssuer issuer;
    private final String tenantId;

    ReferenceValidator(TestIssuer issuer, String tenantId) {
        this.issuer = issuer;
        this.tenantId = tenantId;
    }

    boolean accepts(String token) {
        try {
            JwtClaims claims = verify(token);
            return tenantId.equals(claims.getClaimValue("tid")) && "Bearer".equals(claims.getClaimValue("typ"));
        } catch (InvalidJwtException refused) {
            return false;
        }
    }

    private JwtClaims verify(String token) throws InvalidJwtException {
        if (token.length() > MAX_BYTES) {
            throw new InvalidJwtException("too large", List.of(), null);
        }
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(issuer.jwksUri())))
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "RS256", "ES256", "EdDSA"))
                .setExpectedIssuer(issuer.issuer())
                .setExpectedAudience("keyholder")
                .setRequireExpirationTime()
                .setRequireSubject()
                .build()
                .processToClaims(token);
    }
}
