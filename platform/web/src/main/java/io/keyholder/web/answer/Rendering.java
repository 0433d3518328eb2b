package io.keyholder.web.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.problems.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes bytes and headers of answers. */
@ApplicationScoped
public class Rendering {
    private final ObjectMapper mapper;
    private final VersionNames versions;

    Rendering(ObjectMapper mapper, VersionNames versions) {
        this.mapper = mapper;
        this.versions = versions;
    }

    public RenderedAnswer render(Answer<?> answer) {
        return render(answer, body -> body);
    }

    /** @param shown how the body is shown */
    RenderedAnswer render(Answer<?> answer, UnaryOperator<Object> shown) {
        return answer.rendered().orElseGet(() -> renderNow(answer, shown));
    }

    /** A refusal, rendered as an answer that commits. */
    public RenderedAnswer render(Problem problem) {
        return new RenderedAnswer(
                problem.status(),
                Map.of(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE),
                problem.toJson().getBytes(UTF_8));
    }

    private RenderedAnswer renderNow(Answer<?> answer, UnaryOperator<Object> shown) {
        Object body = answer.body();
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        if (body == null) {
            return new RenderedAnswer(answer.status(), headers, new byte[0]);
        }
        byte[] json = json(shown.apply(body));
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        answer.version()
                .map(version -> EntityTag.of(nameOf(version), json))
                .ifPresent(tag -> headers.put(HttpHeaders.ETAG, tag.text()));
        return new RenderedAnswer(answer.status(), headers, json);
    }

    /** The version as callers know it. */
    public String nameOf(Version version) {
        return versions.of(version, mapper);
    }

    /** What is answered, as JSON. */
    public byte[] json(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer is always serialisable", e);
        }
    }
}
