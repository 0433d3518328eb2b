package io.keyholder.web.consistency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Seals what we give out and take back, so that nobody else can make it: HMAC-SHA-256, shortened to 128 bits. */
public final class Signing {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 16;
    private static final int LEAST_SECRET = 32;
    private static final byte[] NAMED = "name".getBytes(UTF_8);

    /** The first seals, all open. */
    private final List<SecretKeySpec> keys;

    /**
     * @param setting that names the secrets
     * @throws IllegalArgumentException if one is short
     */
    Signing(List<String> secrets, String setting) {
        this.keys = secrets.stream().map(secret -> key(secret, setting)).toList();
    }

    private static SecretKeySpec key(String secret, String setting) {
        if (secret.length() < LEAST_SECRET) {
            throw new IllegalArgumentException(setting + " must have at least " + LEAST_SECRET + " characters");
        }
        return new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    /** @param bound what the content is valid with; it is not part of the text and has to be known to open it */
    public String seal(byte[] content, byte[] bound) {
        byte[] sealed = Arrays.copyOf(content, content.length + SEAL_BYTES);
        System.arraycopy(seal(keys.getFirst(), content, content.length, bound), 0, sealed, content.length, SEAL_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The content; empty when the text was not sealed here with the same bound. */
    public Optional<byte[]> open(String text, byte[] bound) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        int length = sealed.length - SEAL_BYTES;
        if (length < 0) {
            return Optional.empty();
        }
        byte[] found = Arrays.copyOfRange(sealed, length, sealed.length);
        boolean genuine = keys.stream().anyMatch(key -> MessageDigest.isEqual(seal(key, sealed, length, bound), found));
        return genuine ? Optional.of(Arrays.copyOf(sealed, length)) : Optional.empty();
    }

    /**
     * A name for the content, always the same, from which nobody learns what it was. When the first secret is replaced,
     * names change.
     *
     * @param bytes how long, 16 at most
     */
    public String name(byte[] content, int bytes) {
        byte[] seal = seal(keys.getFirst(), content, content.length, NAMED);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(seal, bytes));
    }

    private static byte[] seal(SecretKeySpec key, byte[] content, int length, byte[] bound) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(content, 0, length);
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(bound), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
