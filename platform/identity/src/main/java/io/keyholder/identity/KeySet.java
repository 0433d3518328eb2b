package io.keyholder.identity;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which keys an issuer showed. Compared by identity: as long as the issuer shows the same keys, the object stays the
 * same.
 */
final class KeySet {
    static final KeySet NONE = new KeySet(new byte[0], List.of(), Instant.EPOCH);

    private final byte[] fingerprint;
    private final List<SigningKey> keys;
    private volatile Instant fetchedAt;

    KeySet(byte[] fingerprint, List<SigningKey> keys, Instant fetchedAt) {
        this.fingerprint = fingerprint.clone();
        this.keys = List.copyOf(keys);
        this.fetchedAt = fetchedAt;
    }

    boolean hasFingerprint(byte[] other) {
        return Arrays.equals(fingerprint, other);
    }

    boolean holds(String keyId) {
        return keys.stream().anyMatch(key -> keyId.equals(key.keyId()));
    }

    /** Those that may have signed a token with these header parameters. */
    List<PublicKey> fitting(@Nullable String keyId, String algorithm) {
        return keys.stream()
                .filter(key -> key.fits(keyId, algorithm))
                .map(SigningKey::key)
                .toList();
    }

    /** When the issuer last showed them. */
    Instant fetchedAt() {
        return fetchedAt;
    }

    void seenAgain(Instant at) {
        fetchedAt = at;
    }
}
