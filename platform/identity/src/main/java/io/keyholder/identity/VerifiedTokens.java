package io.keyholder.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Tokens that were found genuine, by the SHA-256 of the whole token. An entry says that much and nothing more: time,
 * tenant and registration are checked at each request. It is void as soon as its issuer shows other keys.
 */
@ApplicationScoped
class VerifiedTokens {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Cache<Digest, Entry> entries;

    VerifiedTokens(IdentityConfig config) {
        this.entries = Caffeine.newBuilder().maximumSize(config.cachedTokens()).build();
    }

    /** The token, if it was verified with the keys that its issuer shows now. */
    Optional<VerifiedToken> find(Digest digest, RegisteredIssuers issuers) {
        Entry entry = entries.getIfPresent(digest);
        if (entry == null) {
            return Optional.empty();
        }
        if (!isCurrent(entry, issuers)) {
            entries.invalidate(digest);
            return Optional.empty();
        }
        return Optional.of(entry.token());
    }

    /** @param keys those the issuer showed before the token was verified */
    void add(Digest digest, VerifiedToken token, KeySet keys) {
        if (keys != KeySet.NONE) {
            entries.put(digest, new Entry(token, keys));
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isCurrent(Entry entry, RegisteredIssuers issuers) {
        return issuers.connectionTo(entry.token().issuer()).keys() == entry.keys();
    }

    private record Entry(VerifiedToken token, KeySet keys) {}

    /** The 32 bytes of a SHA-256, as what compares quickest. */
    record Digest(long a, long b, long c, long d) {
        private static final MessageDigest SHA_256 = sha256();

        static Digest of(String token) {
            byte[] hash = fresh().digest(token.getBytes(StandardCharsets.UTF_8));
            return new Digest((long) LONGS.get(hash, 0), (long) LONGS.get(hash, 8), (long) LONGS.get(hash, 16), (long)
                    LONGS.get(hash, 24));
        }

        private static MessageDigest fresh() {
            try {
                return (MessageDigest) SHA_256.clone();
            } catch (CloneNotSupportedException e) {
                return sha256();
            }
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }
}
