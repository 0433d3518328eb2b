package io.keyholder.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

/**
 * Which keys an issuer showed. Compared by identity: as long as the issuer shows the same keys, the object stays the
 * same.
 */
final class KeySet {
    static final KeySet NONE = new KeySet(new byte[0], Set.of(), Instant.EPOCH);

    private final byte[] fingerprint;
    private final Set<String> keyIds;
    private volatile Instant fetchedAt;

    KeySet(byte[] fingerprint, Set<String> keyIds, Instant fetchedAt) {
        this.fingerprint = fingerprint.clone();
        this.keyIds = Set.copyOf(keyIds);
        this.fetchedAt = fetchedAt;
    }

    boolean hasFingerprint(byte[] other) {
        return Arrays.equals(fingerprint, other);
    }

    boolean holds(String keyId) {
        return keyIds.contains(keyId);
    }

    /** When the issuer last showed them. */
    Instant fetchedAt() {
        return fetchedAt;
    }

    void seenAgain(Instant at) {
        fetchedAt = at;
    }
}
