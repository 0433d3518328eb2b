package io.keyholder.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request of an operation, as generated code says it. */
final class Request {
    private final String method;
    private final Map<String, List<String>> query = new LinkedHashMap<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String path;
    private @Nullable Object body;

    Request(String method, String path) {
        this.method = method;
        this.path = path;
    }

    private Request(Request other) {
        this(other.method, other.path);
        query.putAll(other.query);
        headers.putAll(other.headers);
        body = other.body;
    }

    void path(String name, Object value) {
        path = path.replace("{" + name + "}", encoded(value));
    }

    void query(String name, Object value) {
        query.put(name, List.of(value.toString()));
    }

    void queryEach(String name, Collection<?> values) {
        query.put(name, values.stream().map(Object::toString).toList());
    }

    void queryJoined(String name, Collection<?> values) {
        query(name, values.stream().map(Object::toString).collect(Collectors.joining(",")));
    }

    void header(String name, String value) {
        headers.put(name, value);
    }

    void headerUnlessGiven(String name, String value) {
        headers.putIfAbsent(name, value);
    }

    /** @param version as resources have it, without the quotes of an entity tag, or {@code *} */
    void ifMatch(String version) {
        header("If-Match", version.equals("*") ? version : "\"" + version + "\"");
    }

    void body(@Nullable Object content, String mediaType) {
        body = content;
        if (content != null) {
            header("Content-Type", mediaType);
        }
    }

    Request at(String cursor) {
        Request next = new Request(this);
        next.query("cursor", cursor);
        return next;
    }

    String method() {
        return method;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Nullable
    Object body() {
        return body;
    }

    /** Whether doing it twice is doing it once. A conditional change is not among them: its second try would be refused by 412. */
    boolean isRepeatable() {
        return method.equals("GET") || headers.containsKey("Idempotency-Key");
    }

    URI uri(URI gateway) {
        String pairs = query.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> parameter.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        String base = gateway.toString().replaceAll("/+$", "");
        return URI.create(base + path + (pairs.isEmpty() ? "" : "?" + pairs));
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
