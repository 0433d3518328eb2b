package io.keyholder.localstack.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** One request of one user. */
record Call(String user, String method, String path, Map<String, String> headers, String body) {
    private static final int SHOWN = 400;

    static Call get(String user, String path) {
        return new Call(user, "GET", path, Map.of(), "");
    }

    static Call post(String user, String path, String json) {
        return new Call(
                user, "POST", path, json.isEmpty() ? Map.of() : Map.of("Content-Type", "application/json"), json);
    }

    static Call post(String user, String path) {
        return post(user, path, "");
    }

    static Call csv(String user, String path, String csv) {
        return new Call(user, "POST", path, Map.of("Content-Type", "text/csv"), csv);
    }

    static Call patch(String user, String path, String etag, String json) {
        return new Call(user, "PATCH", path, changing(etag, "application/merge-patch+json"), json);
    }

    static Call put(String user, String path, String etag, String json) {
        return new Call(user, "PUT", path, changing(etag, "application/json"), json);
    }

    static Call delete(String user, String path, String etag) {
        return new Call(user, "DELETE", path, Map.of("If-Match", etag), "");
    }

    /** As it would be typed. */
    String asCurl(String gatewayUrl) {
        StringBuilder curl = new StringBuilder("curl -s ");
        if (!method.equals("GET")) {
            curl.append("-X ").append(method).append(' ');
        }
        curl.append('\'').append(gatewayUrl).append(path).append('\'');
        curl.append(" -H \"Authorization: Bearer $(./keyholder token ")
                .append(user)
                .append(")\"");
        headers.forEach((name, value) ->
                curl.append(" -H '").append(name).append(": ").append(value).append('\''));
        if (!body.isEmpty()) {
            String shown = body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
            curl.append(" \\\n    --data-binary '")
                    .append(shown.stripTrailing())
                    .append('\'');
        }
        return curl.toString();
    }

    private static Map<String, String> changing(String etag, String mediaType) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("If-Match", etag);
        headers.put("Content-Type", mediaType);
        return headers;
    }
}
