package io.keyholder.gateway.pages;

import io.keyholder.gateway.config.GatewayConfig;
import io.keyholder.gateway.request.Answers;
import io.keyholder.problems.CommonProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code /docs}: the reference, in which one can sign in and try a call, and the guide. Everything they load is served here. */
@ApplicationScoped
class DocsPages {
    private static final String OWN = "docs/";
    private static final String SCALAR = "META-INF/resources/webjars/scalar/scalar.js";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private final Map<String, Representation> assets = new LinkedHashMap<>();
    private final String contentSecurityPolicy;

    DocsPages(GatewayConfig config) {
        List<URI> issuers = config.docs().signIn().orElse(List.of());
        this.contentSecurityPolicy = policy(issuers);
        add("", OWN + "index.html", HTML);
        add("guide", OWN + "guide.html", HTML);
        add("oauth2-redirect.html", OWN + "oauth2-redirect.html", HTML);
        add("reference.js", OWN + "reference.js", SCRIPT);
        add("reference.css", OWN + "reference.css", STYLE);
        add("pages.css", OWN + "pages.css", STYLE);
        add("icon.svg", OWN + "icon.svg", "image/svg+xml");
        add("scalar.js", SCALAR, SCRIPT);
        Buffer settings =
                new JsonObject().put("clientId", config.docs().clientId()).toBuffer();
        assets.put("settings.json", Representation.of("application/json", settings));
    }

    void install(@Observes Router router) {
        router.route("/").handler(Page.read(DocsPages::redirect));
        router.route("/docs").handler(Page.read(context -> answer(context, "")));
        router.route("/docs/*")
                .handler(Page.read(
                        context -> answer(context, context.request().path().substring("/docs/".length()))));
    }

    private static void redirect(RoutingContext context) {
        context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, "/docs");
        Answers.send(context.request(), HTML, Buffer.buffer());
    }

    private void answer(RoutingContext context, String name) {
        Representation asset = assets.get(name);
        if (asset == null) {
            Answers.refuse(context.request(), CommonProblem.NOT_FOUND);
            return;
        }
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
        Page.send(context, asset, contentSecurityPolicy);
    }

    /** The page may talk to the gateway, and to the issuers one may sign in with. Scalar sets styles inline. */
    private static String policy(List<URI> issuers) {
        String origins = issuers.stream()
                .map(issuer -> " " + issuer.getScheme() + "://" + issuer.getRawAuthority())
                .distinct()
                .collect(Collectors.joining());
        return "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                + " connect-src 'self'" + origins
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private void add(String name, String resource, String mediaType) {
        assets.put(name, Representation.of(mediaType, Buffer.buffer(read(resource))));
    }

    private static byte[] read(String resource) {
        try (InputStream content =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("Missing from the class path: " + resource);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
