package io.keyholder.gateway.proxy;

import io.keyholder.gateway.request.ClientAddress;
import io.keyholder.telemetry.TraceParent;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which headers go on. Those of one connection end with it (RFC 9110, 7.6.1), and a client does not get to say who it is
 * or where it comes from: the services believe what the gateway says of that.
 */
final class ForwardedHeaders {
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-authentication-info",
            "te",
            "trailer",
            "upgrade",
            "http2-settings");

    private static final Set<String> SAID_BY_THE_GATEWAY = Set.of(
            "forwarded",
            "via",
            "expect",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "keyholder-client-address",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method-override",
            "x-http-method",
            "x-method-override");

    private static final List<String> TRACE = List.of(TraceParent.HEADER, "tracestate");

    private static final List<String> PREFIXES = List.of(
            "x-forwarded", "x-keyholder-", "x-remote-", "x-auth-", "x-user", "x-tenant", "x-authenticated-", "x-ssl-");

    /** What the gateway itself says on every answer. */
    private static final Set<String> ANSWERED_BY_THE_GATEWAY = Set.of(
            "x-request-id",
            "ratelimit",
            "ratelimit-policy",
            "server",
            "x-powered-by",
            "cache-control",
            "x-content-type-options");

    private ForwardedHeaders() {}

    /** Leaves of a request's headers what a service gets to see, and adds where it came from. */
    static void request(MultiMap headers, HttpServerRequest request, String clientAddress) {
        dropNamedByConnection(headers);
        if (TraceParent.current().isPresent()) {
            // The client says it, with its own span, beside whatever is there.
            TRACE.forEach(headers::remove);
        }
        List<String> dropped = new ArrayList<>();
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (HOP_BY_HOP.contains(name) || isSaidByTheGateway(name)) {
                dropped.add(name);
            }
        }
        dropped.forEach(headers::remove);
        strengthen(headers);
        headers.set(ClientAddress.HEADER, clientAddress);
        headers.set("X-Forwarded-For", clientAddress);
        headers.set("X-Forwarded-Proto", request.isSSL() ? "https" : "http");
        String host = hostOf(request);
        if (host != null) {
            headers.set("X-Forwarded-Host", host);
        }
    }

    /** What the gateway made weak as it compressed an answer, the owner knows as it was. */
    private static void strengthen(MultiMap headers) {
        String match = headers.get("If-Match");
        if (match != null && match.contains("W/\"")) {
            headers.set("If-Match", match.replace("W/\"", "\""));
        }
    }

    private static @Nullable String hostOf(HttpServerRequest request) {
        String host = request.getHeader("Host");
        return host == null && request.authority() != null ? request.authority().toString() : host;
    }

    /** Leaves of an answer's headers what the client gets to see. */
    static void response(MultiMap headers) {
        dropNamedByConnection(headers);
        HOP_BY_HOP.forEach(headers::remove);
        ANSWERED_BY_THE_GATEWAY.forEach(headers::remove);
    }

    /** Underscores too: some servers take {@code X_Forwarded_For} for the same. */
    private static boolean isSaidByTheGateway(String name) {
        String plain = name.replace('_', '-');
        if (SAID_BY_THE_GATEWAY.contains(plain)) {
            return true;
        }
        for (String prefix : PREFIXES) {
            if (plain.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static void dropNamedByConnection(MultiMap headers) {
        for (String value : headers.getAll("Connection")) {
            for (String name : value.split(",", -1)) {
                String named = name.strip();
                if (!named.isEmpty() && !"close".equalsIgnoreCase(named) && !"authorization".equalsIgnoreCase(named)) {
                    headers.remove(named);
                }
            }
        }
    }
}
