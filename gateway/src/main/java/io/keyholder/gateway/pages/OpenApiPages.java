package io.keyholder.gateway.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keyholder.gateway.openapi.OpenApi;
import io.keyholder.gateway.request.Answers;
import io.keyholder.gateway.request.Vary;
import io.keyholder.problems.CommonProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** {@code /openapi}, as JSON or YAML, by the address or by {@code Accept}. */
@ApplicationScoped
class OpenApiPages {
    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private final OpenApi openApi;
    private final AtomicReference<@Nullable Written> last = new AtomicReference<>();

    OpenApiPages(OpenApi openApi) {
        this.openApi = openApi;
    }

    void install(@Observes Router router) {
        router.route("/openapi").handler(Page.read(context -> {
            Vary.by(context.response(), HttpHeaders.ACCEPT);
            answer(context, isYamlWanted(context.request().getHeader(HttpHeaders.ACCEPT)) ? YAML : JSON);
        }));
        router.route("/openapi.json").handler(Page.read(context -> answer(context, JSON)));
        router.route("/openapi.yaml").handler(Page.read(context -> answer(context, YAML)));
    }

    /** JSON unless YAML is asked for first. */
    private static boolean isYamlWanted(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        int yaml = accept.indexOf("yaml");
        int json = accept.indexOf("json");
        return yaml >= 0 && (json < 0 || yaml < json);
    }

    private void answer(RoutingContext context, String mediaType) {
        openApi.document()
                .map(this::written)
                .onSuccess(document ->
                        Page.send(context, YAML.equals(mediaType) ? document.yaml() : document.json(), Page.PLAIN))
                .onFailure(failure -> Answers.refuse(context.request(), CommonProblem.SERVICE_UNAVAILABLE));
    }

    /** Written once for each document, not for each reader. */
    private Written written(JsonObject document) {
        Written held = last.get();
        if (held != null && held.document() == document) {
            return held;
        }
        Written next = new Written(
                document, Representation.of(JSON, document.toBuffer()), Representation.of(YAML, yaml(document)));
        last.set(next);
        return next;
    }

    private static Buffer yaml(JsonObject document) {
        try {
            return Buffer.buffer(MAPPER.writeValueAsBytes(MAPPER.readTree(document.encode())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The document is JSON, and so it can be YAML", e);
        }
    }

    private record Written(JsonObject document, Representation json, Representation yaml) {}
}
