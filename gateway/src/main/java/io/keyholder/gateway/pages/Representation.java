package io.keyholder.gateway.pages;

import io.keyholder.gateway.request.AcceptedCoding;
import io.keyholder.gateway.request.Answers;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is sent: plain or compressed, which is done once. Each form has a validator of its own.
 *
 * @param gzip the same, compressed; as the plain one where that would be no shorter
 * @param tag of what is said, without quotes
 */
record Representation(String mediaType, Buffer plain, Buffer gzip, String tag) {
    private static final int WORTH_IT = 1024;
    private static final int TAG_BYTES = 12;

    static Representation of(String mediaType, Buffer content) {
        byte[] bytes = content.getBytes();
        boolean isText = !mediaType.startsWith("image/");
        Buffer gzip = isText && bytes.length >= WORTH_IT ? compressed(bytes) : content;
        return new Representation(mediaType, content, gzip, tagOf(bytes));
    }

    void send(HttpServerRequest request) {
        boolean isCompressed = gzip != plain && AcceptedCoding.isGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        String own = isCompressed ? '"' + tag + "-gzip\"" : '"' + tag + '"';
        HttpServerResponse response = request.response().putHeader(HttpHeaders.ETAG, own);
        if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), own)) {
            response.setStatusCode(304).end();
            return;
        }
        if (isCompressed) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        Answers.send(request, mediaType, isCompressed ? gzip : plain);
    }

    private static boolean isKnown(@Nullable String names, String own) {
        return names != null
                && Arrays.stream(names.split(",", -1))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(own) || one.equals("W/" + own));
    }

    private static Buffer compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written to", e);
        }
        return Buffer.buffer(out.toByteArray());
    }

    private static String tagOf(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
