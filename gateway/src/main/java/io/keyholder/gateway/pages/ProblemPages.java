package io.keyholder.gateway.pages;

import io.keyholder.gateway.request.Answers;
import io.keyholder.gateway.request.Vary;
import io.keyholder.problems.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** {@code /problems/<slug>}: what a problem means and what to do, for people and for programs. */
@ApplicationScoped
class ProblemPages {
    private static final String PATH = "/problems/";

    void install(@Observes Router router) {
        router.route(PATH + "*").handler(Page.read(ProblemPages::answer));
    }

    private static void answer(RoutingContext context) {
        String slug = context.request().path().substring(PATH.length());
        Optional<ProblemType> type = ProblemType.bySlug(slug);
        if (type.isEmpty()) {
            Answers.refuse(context.request(), ProblemType.NOT_FOUND);
            return;
        }
        Vary.by(context.response(), HttpHeaders.ACCEPT);
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains("json") && !accept.contains("html")) {
            Page.send(context, Representation.of("application/json", json(type.get())), Page.PLAIN);
        } else {
            Page.send(context, Representation.of("text/html; charset=utf-8", html(type.get())), Page.PLAIN);
        }
    }

    private static Buffer json(ProblemType type) {
        return new JsonObject()
                .put("type", type.uri())
                .put("title", type.title())
                .put("status", type.status())
                .put("meaning", type.meaning())
                .put("remedy", type.remedy())
                .toBuffer();
    }

    private static Buffer html(ProblemType type) {
        return Buffer.buffer("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s · Keyholder</title>
                <link rel="stylesheet" href="/docs/pages.css">
                </head>
                <body>
                <main>
                <p><code>%2$d</code> <code>%3$s</code></p>
                <h1>%1$s</h1>
                <h2>What it means</h2>
                <p>%4$s</p>
                <h2>What to do</h2>
                <p>%5$s</p>
                <p><a href="/docs">Reference</a></p>
                </main>
                </body>
                </html>
                """.formatted(
                        Page.escape(type.title()),
                        type.status(),
                        Page.escape(type.slug()),
                        Page.prose(type.meaning()),
                        Page.prose(type.remedy())));
    }
}
