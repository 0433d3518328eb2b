package io.keyholder.gateway.proxy;

import io.keyholder.gateway.config.GatewayConfig;
import io.keyholder.gateway.request.Answers;
import io.keyholder.gateway.request.ClientAddress;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.GatewayProblem;
import io.keyholder.problems.Problem;
import io.keyholder.problems.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Hands a request on to the service that owns its path, and the service's answer back. */
@ApplicationScoped
public class ServiceProxy implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(ServiceProxy.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    private final Upstreams upstreams;
    private final BodyLimits limits;
    private final ServiceClient client;
    private final ClientAddress addresses;
    private final long idleMillis;
    private final long connectMillis;
    private final HttpProxy proxy;
    private final Compression compression;

    ServiceProxy(
            Upstreams upstreams,
            BodyLimits limits,
            ServiceClient client,
            Compression compression,
            ClientAddress addresses,
            GatewayConfig config) {
        this.compression = compression;
        this.upstreams = upstreams;
        this.limits = limits;
        this.client = client;
        this.addresses = addresses;
        this.idleMillis = config.timeouts().idle().toMillis();
        this.connectMillis = config.timeouts().connect().toMillis();
        this.proxy = HttpProxy.reverseProxy(client.http()).origin(this::connect).addInterceptor(this);
    }

    /** Answers the request, by its owner or by a refusal. Its body has not been read. */
    public void handle(HttpServerRequest request) {
        if (limits.isDeclaredTooLong(request)) {
            Answers.refuse(request, CommonProblem.PAYLOAD_TOO_LARGE);
        } else if (upstreams.ownerOf(request.path()).isEmpty()) {
            Answers.refuse(request, CommonProblem.NOT_FOUND);
        } else {
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            proxy.handle(request);
        }
    }

    private Future<HttpClientRequest> connect(ProxyContext context) {
        Upstream owner = ownerOf(context).orElseThrow();
        // Idle, not total: an export may stream for as long as it keeps streaming.
        return owner.connect(
                        client.http(),
                        options -> options.setIdleTimeout(idleMillis).setConnectTimeout(connectMillis))
                .onSuccess(connected -> {
                    connected.exceptionHandler(ServiceProxy::ignore);
                    Reuse.remember(context, connected);
                });
    }

    /** The same failure fails the answer, which is where it is dealt with. */
    private static void ignore(Throwable failure) {
        LOG.debugf("requestBroken reason=%s", failure.getMessage());
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        ForwardedHeaders.request(context.request().headers(), request, addresses.of(request));
        BoundedStream body = new BoundedStream(request, limits.of(request));
        if (RequestBody.isThere(request)) {
            RequestBody.declareLength(request);
            context.request()
                    .setBody(Body.body(body, context.request().getBody().length()));
        } else {
            // Nothing to stream: the request can be sent again as it is.
            context.request().setBody(null);
            request.resume();
        }
        return context.sendRequest()
                .recover(failure ->
                        Reuse.mayTryAgain(context, failure) ? context.sendRequest() : Future.failedFuture(failure))
                .recover(failure -> refusal(context, body, failure));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        Reuse.endIfServiceWill(context);
        ForwardedHeaders.response(context.response().headers());
        compression.apply(context);
        return BodilessAnswer.isOne(context) ? BodilessAnswer.send(context) : context.sendResponse();
    }

    private Future<ProxyResponse> refusal(ProxyContext context, BoundedStream body, Throwable failure) {
        HttpServerRequest request = context.request().proxiedRequest();
        ProblemType type = body.isExceeded() ? CommonProblem.PAYLOAD_TOO_LARGE : meaningOf(failure);
        if (type != CommonProblem.PAYLOAD_TOO_LARGE) {
            LOG.warnf(
                    "serviceFailed service=%s problem=%s reason=%s",
                    ownerOf(context).map(Upstream::name).orElse(""), type.slug(), failure.getMessage());
        }
        Buffer problem = Answers.body(request, type, type.meaning());
        ProxyResponse response = context.request().release().response();
        response.setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .setBody(Body.body(problem));
        if (type == CommonProblem.SERVICE_UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return Future.succeededFuture(response);
    }

    /** Not reached: nothing was sent. Silent: who knows. Broken off: it may have happened or not. */
    private static ProblemType meaningOf(Throwable failure) {
        if (failure instanceof Upstream.ServiceAway) {
            return CommonProblem.SERVICE_UNAVAILABLE;
        }
        return failure instanceof TimeoutException ? GatewayProblem.GATEWAY_TIMEOUT : GatewayProblem.BAD_GATEWAY;
    }

    private Optional<Upstream> ownerOf(ProxyContext context) {
        return upstreams.ownerOf(context.request().proxiedRequest().path());
    }
}
