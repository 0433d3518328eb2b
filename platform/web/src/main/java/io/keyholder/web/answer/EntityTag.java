package io.keyholder.web.answer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The tag of an answer: the resource's version, and a digest of the bytes. {@code If-Match} compares the first, for what the
 * caller changes is the resource; {@code If-None-Match} compares both, for the answer may look different by now: others' names,
 * or what the caller may see.
 */
public record EntityTag(String version, String digest) {
    private static final String WEAK = "W/\"";
    private static final String ANY = "*";
    private static final int DIGEST_BYTES = 12;

    static EntityTag of(String version, byte[] answer) {
        return new EntityTag(
                version,
                Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256(answer), DIGEST_BYTES)));
    }

    String text() {
        return '"' + version + '.' + digest + '"';
    }

    /** Whether {@code If-None-Match} has the tag: this very answer. */
    static boolean isAmong(String header, String tag) {
        return anyOf(header, tag::equals);
    }

    /** Whether {@code If-Match} has the version: by itself, or as a whole tag. */
    public static boolean names(String header, String version) {
        return anyOf(
                header,
                tag -> tag.equals('"' + version + '"') || (tag.startsWith('"' + version + '.') && tag.endsWith("\"")));
    }

    /** A weak tag counts as a strong one: proxies that compress make it of ours, which says no less for that. */
    private static boolean anyOf(String header, Predicate<String> matches) {
        return Stream.of(header.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith(WEAK) ? tag.substring(WEAK.length() - 1) : tag)
                .anyMatch(tag -> tag.equals(ANY) || matches.test(tag));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
