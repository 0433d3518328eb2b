package io.keyholder.web.request;

import io.keyholder.telemetry.TraceParent;
import io.keyholder.web.Audited;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Method, path, headers and endpoint of the request at hand. */
@RequestScoped
public class RequestFacts {
    private static final String REQUEST_ID = "X-Request-Id";

    /** The gateway says it anew on every request: what a client wrote there does not come through. */
    private static final String CLIENT_ADDRESS = "X-Forwarded-For";

    private static final int LONGEST_NAME = 100;
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.%]{2,64}");

    private final HttpServerRequest request;
    private final TraceParent trace;
    private @Nullable Method endpoint;

    RequestFacts(HttpServerRequest request) {
        this.request = request;
        this.trace =
                TraceParent.ofRequest(request.getHeader(TraceParent.HEADER)).orElseGet(TraceParent::start);
    }

    void servedBy(@Nullable Method resourceMethod) {
        this.endpoint = resourceMethod;
    }

    public String method() {
        return request.method().name();
    }

    /** Whether it is a GET or a HEAD. */
    public boolean isRead() {
        return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    public String path() {
        return request.path();
    }

    /** What stands behind the path's question mark. */
    public Optional<String> query() {
        return Optional.ofNullable(request.query());
    }

    /** How many times a header is there. */
    public int count(String header) {
        return request.headers().getAll(header).size();
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** All values of a header that is a list, which may be spread over several lines. */
    public Optional<String> list(String name) {
        List<String> lines = request.headers().getAll(name);
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
    }

    /** The id that request, answer and log line share, where the gateway gave one. */
    public Optional<String> requestId() {
        return header(REQUEST_ID).filter(id -> ID.matcher(id).matches());
    }

    /** Where the request came from, as the gateway saw it; as this service sees it when there is no gateway. */
    public Optional<String> clientAddress() {
        return header(CLIENT_ADDRESS)
                .or(() -> Optional.ofNullable(request.remoteAddress()).map(SocketAddress::hostAddress))
                .filter(address -> ADDRESS.matcher(address).matches());
    }

    /** What the path says where the endpoint has its first parameter: the id of what is asked for, real or not. */
    public Optional<String> namedByPath() {
        return endpoint().flatMap(method -> {
            String template = pathOf(method.getDeclaringClass()) + pathOf(method);
            int place = List.of(segments(template))
                    .indexOf(PARAMETER
                            .matcher(template)
                            .results()
                            .map(MatchResult::group)
                            .findFirst()
                            .orElse(""));
            String[] actual = segments(path());
            // The path begins with the version.
            return place >= 0 && place + 1 < actual.length
                    ? Optional.of(actual[place + 1]).map(RequestFacts::shortened)
                    : Optional.empty();
        });
    }

    private static String[] segments(String path) {
        return path.replaceFirst("^/+", "").split("/+");
    }

    private static String pathOf(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value();
    }

    private static String shortened(String segment) {
        return segment.length() <= LONGEST_NAME ? segment : segment.substring(0, LONGEST_NAME) + "…";
    }

    public String traceId() {
        return trace.traceId();
    }

    /** W3C trace context of the request; a new one when the client sent none. */
    public String traceparent() {
        return trace.value();
    }

    /** The endpoint that serves the request; empty before one is matched. */
    public Optional<Method> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    /** What the endpoint stands for in the audit log; empty when it changes nothing. */
    public Optional<Audited> audited() {
        return endpoint().map(method -> method.getAnnotation(Audited.class));
    }
}
