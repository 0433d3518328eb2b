package io.keyholder.testing.issuer;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.base64url.Base64Url;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** A token before it is signed, so that it can be signed wrongly. */
record Token(Map<String, Object> headers, Map<String, Object> claims) {

    Token header(String name, Object value) {
        return new Token(merge(headers, Map.of(name, value)), claims);
    }

    Token claim(String name, Object value) {
        return new Token(headers, merge(claims, Map.of(name, value)));
    }

    /** This token with what differs; a null removes. */
    Token with(TokenSpec spec) {
        return new Token(merge(headers, spec.headers()), merge(claims, spec.claims()));
    }

    /** Signs by the algorithm in the header {@code alg}, however unfit the key is. */
    String sign(Key key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setDoKeyValidation(false);
        headers.forEach(signature.getHeaders()::setObjectHeaderValue);
        signature.setPayload(JsonUtil.toJson(claims));
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }

    /** Header and payload with a signature that is whatever the caller says, in base64url. */
    String withSignature(String signature) {
        return encode(headers) + "." + encode(claims) + "." + signature;
    }

    static String encode(Map<String, Object> json) {
        return Base64Url.encode(JsonUtil.toJson(json).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> merge(
            Map<String, Object> map, Map<String, ? extends @Nullable Object> differences) {
        Map<String, Object> merged = new LinkedHashMap<>(map);
        differences.forEach((name, value) -> {
            if (value == null) {
                merged.remove(name);
            } else {
                merged.put(name, value);
            }
        });
        return merged;
    }
}
