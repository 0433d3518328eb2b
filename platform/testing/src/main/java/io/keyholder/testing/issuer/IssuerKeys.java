package io.keyholder.testing.issuer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;

/** The key an issuer signs with, and those it publishes. Thread-safe. */
final class IssuerKeys {

    private final String issuer;
    private List<PublicJsonWebKey> newestFirst;
    private boolean keepOld = true;

    IssuerKeys(String issuer, SigningAlgorithm algorithm) {
        this.issuer = issuer;
        this.newestFirst = List.of(newKey(algorithm));
    }

    synchronized PublicJsonWebKey current() {
        return newestFirst.getFirst();
    }

    synchronized void rotate(SigningAlgorithm algorithm) {
        List<PublicJsonWebKey> keys = new ArrayList<>();
        keys.add(newKey(algorithm));
        if (keepOld) {
            keys.addAll(newestFirst);
        }
        newestFirst = List.copyOf(keys);
    }

    synchronized void keepOld(boolean keep) {
        keepOld = keep;
        if (!keep) {
            newestFirst = List.of(current());
        }
    }

    synchronized String publicJson() {
        return new JsonWebKeySet(newestFirst).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private PublicJsonWebKey newKey(SigningAlgorithm algorithm) {
        return algorithm.newKey(issuer + "-" + UUID.randomUUID());
    }
}
