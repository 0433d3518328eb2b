package io.keyholder.identity;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which keys an issuer showed. Compared by identity: as long as the issuer shows the same keys, the object stays the
 * same.
 */
final class KeySet {
    /** Nothing is known of an issuer's keys, which is not the same as that it shows none. */
    static final KeySet NONE = new KeySet(new AcceptedKeys(List.of(), List.of()), Instant.EPOCH);

    private final AcceptedKeys shown;
    private volatile Instant fetchedAt;

    KeySet(AcceptedKeys shown, Instant fetchedAt) {
        this.shown = shown;
        this.fetchedAt = fetchedAt;
    }

    boolean isMadeOf(AcceptedKeys others) {
        return this != NONE && shown.equals(others);
    }

    boolean holds(String keyId) {
        return shown.keys().stream().anyMatch(key -> keyId.equals(key.keyId()));
    }

    /** Those that may have signed a token with these header parameters. */
    List<PublicKey> fitting(@Nullable String keyId, String algorithm) {
        return shown.keys().stream()
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
