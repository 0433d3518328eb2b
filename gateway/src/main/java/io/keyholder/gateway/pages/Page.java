package io.keyholder.gateway.pages;

import io.keyholder.gateway.request.Answers;
import io.keyholder.gateway.request.Vary;
import io.keyholder.problems.CommonProblem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** What all pages have in common: they are read, never written, and confined to what they need. */
final class Page {
    /** For pages of text and their own style sheet. */
    static final String PLAIN =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Page() {}

    /** The handler, for reading alone. */
    static Handler<RoutingContext> read(Handler<RoutingContext> handler) {
        return context -> {
            HttpMethod method = context.request().method();
            if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
                handler.handle(context);
            } else {
                context.response().putHeader("Allow", "GET, HEAD");
                Answers.refuse(context.request(), CommonProblem.METHOD_NOT_ALLOWED);
            }
        };
    }

    /** Answers with the page, or with 304 where the client has it already. */
    static void send(RoutingContext context, Representation page, String contentSecurityPolicy) {
        HttpServerResponse response = context.response()
                .putHeader("Content-Security-Policy", contentSecurityPolicy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        Vary.by(response, HttpHeaders.ACCEPT_ENCODING);
        if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
        page.send(context.request());
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Escaped, with what stands between backticks as code. */
    static String prose(String text) {
        return escape(text).replaceAll("`([^`]+)`", "<code>$1</code>");
    }
}
