package io.keyholder.gateway.pages;

import io.keyholder.gateway.request.Answers;
import io.keyholder.gateway.request.Vary;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.ProblemCatalogue;
import io.keyholder.problems.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code /problems/<slug>}: what a problem means and what to do, for people and for programs; {@code /problems} lists all. */
@ApplicationScoped
class ProblemPages {
    private static final String PATH = "/problems/";

    void install(@Observes Router router) {
        router.route(PATH + "*").handler(Page.read(ProblemPages::answer));
    }

    private static void answer(RoutingContext context) {
        String slug = slugOf(context.request().path());
        Optional<ProblemType> type = ProblemCatalogue.bySlug(slug);
        if (slug.isEmpty()) {
            send(context, ProblemPages::allAsJson, ProblemPages::allAsHtml);
        } else if (type.isPresent()) {
            send(context, () -> json(type.get()).toBuffer(), () -> html(type.get()));
        } else {
            Answers.refuse(context.request(), CommonProblem.NOT_FOUND);
        }
    }

    private static String slugOf(String path) {
        return path.length() <= PATH.length() ? "" : path.substring(PATH.length());
    }

    private static void send(RoutingContext context, Supplier<Buffer> json, Supplier<Buffer> html) {
        Vary.by(context.response(), HttpHeaders.ACCEPT);
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains("json") && !accept.contains("html")) {
            Page.send(context, Representation.of("application/json", json.get()), Page.PLAIN);
        } else {
            Page.send(context, Representation.of("text/html; charset=utf-8", html.get()), Page.PLAIN);
        }
    }

    private static Buffer allAsJson() {
        JsonArray items = new JsonArray();
        ProblemCatalogue.all().forEach(type -> items.add(json(type)));
        return new JsonObject().put("items", items).toBuffer();
    }

    private static Buffer allAsHtml() {
        String rows = ProblemCatalogue.all().stream()
                .map(type -> "<tr><td><code>%d</code></td><td><a href=\"%s\"><code>%s</code></a></td><td>%s</td></tr>"
                        .formatted(type.status(), type.uri(), type.slug(), Page.escape(type.title())))
                .collect(Collectors.joining("\n"));
        return page("Problems", """
                <h1>Problems</h1>
                <p>Everything this API refuses, it refuses with one of these, as RFC 9457 problem+json.</p>
                <table>
                <thead><tr><th>Status</th><th>Type</th><th>Title</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                """.formatted(rows));
    }

    private static JsonObject json(ProblemType type) {
        return new JsonObject()
                .put("type", type.uri())
                .put("title", type.title())
                .put("status", type.status())
                .put("meaning", type.meaning())
                .put("remedy", type.remedy());
    }

    private static Buffer html(ProblemType type) {
        return page(Page.escape(type.title()), """
                <p><code>%2$d</code> <code>%3$s</code></p>
                <h1>%1$s</h1>
                <h2>What it means</h2>
                <p>%4$s</p>
                <h2>What to do</h2>
                <p>%5$s</p>
                <p><a href="/problems">All problems</a> · <a href="/docs">Reference</a></p>
                """.formatted(
                        Page.escape(type.title()),
                        type.status(),
                        Page.escape(type.slug()),
                        Page.prose(type.meaning()),
                        Page.prose(type.remedy())));
    }

    private static Buffer page(String title, String content) {
        return Buffer.buffer("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Keyholder</title>
                <link rel="stylesheet" href="/docs/pages.css">
                </head>
                <body>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(title, content.strip()));
    }
}
