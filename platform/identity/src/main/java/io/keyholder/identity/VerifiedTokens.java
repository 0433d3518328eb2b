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
 * Tokens that were found genuine, by the SHA-256 of the whole token. An entry says that much and nothing more: time and
 * tenant are checked at each request. It is void as soon as its issuer shows other keys, or is registered otherwise.
 */
@ApplicationScoped
class VerifiedTokens {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Cache<Digest, Entry> entries;
    private final RegisteredIssuers issuers;
    private final TenantBinding binding;

    VerifiedTokens(IdentityConfig config, RegisteredIssuers issuers, TenantBinding binding) {
        this.issuers = issuers;
        this.binding = binding;
        this.entries = Caffeine.newBuilder().maximumSize(config.cachedTokens()).build();
    }

    /** The token, if it was verified with the keys that its issuer shows now, and would be read in the same way. */
    Optional<VerifiedToken> find(Digest digest) {
        Entry entry = entries.getIfPresent(digest);
        if (entry == null) {
            return Optional.empty();
        }
        if (!isCurrent(entry)) {
            entries.invalidate(digest);
            return Optional.empty();
        }
        return Optional.of(entry.token());
    }

    /** @param keys those by which it was verified */
    void add(Digest digest, VerifiedToken token, KeySet keys) {
        if (keys != KeySet.NONE) {
            entries.put(digest, new Entry(token, keys));
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isCurrent(Entry entry) {
        return issuers.connectionTo(entry.token().issuer()).keys() == entry.keys() && binding.isCurrent(entry.token());
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
