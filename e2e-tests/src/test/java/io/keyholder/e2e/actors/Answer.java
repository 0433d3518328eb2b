package io.keyholder.e2e.actors;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** What was answered to which request. */
public record Answer(String request, Response response) {

    public Answer is(int status) {
        assertThat(response.statusCode()).as("%s: %s", request, body()).isEqualTo(status);
        return this;
    }

    public Answer isOneOf(Integer... statuses) {
        assertThat(response.statusCode()).as("%s: %s", request, body()).isIn((Object[]) statuses);
        return this;
    }

    public Answer isProblem(int status, String slug) {
        is(status);
        assertThat(text("type")).as("%s: %s", request, body()).isEqualTo("/problems/" + slug);
        return this;
    }

    public Answer isNotFound() {
        return isProblem(404, "not-found");
    }

    public Answer isForbiddenFor(String permission) {
        isProblem(403, "forbidden");
        assertThat(text("detail")).as(request).contains(permission);
        return this;
    }

    /** A 400 that names this field, or what begins with it. */
    public Answer isInvalidAt(String field) {
        is(400);
        assertThat(texts("violations.field")).as("%s: %s", request, body()).anyMatch(name -> name.startsWith(field));
        return this;
    }

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body().asString();
    }

    public String header(String name) {
        return response.header(name);
    }

    public String etag() {
        return header("ETag");
    }

    public String id() {
        return text("id");
    }

    public String text(String path) {
        return response.path(path);
    }

    public <T> T value(String path) {
        return response.path(path);
    }

    public List<String> texts(String path) {
        return response.path(path);
    }

    public List<Map<String, Object>> items() {
        return response.path("items");
    }

    public List<String> ids() {
        return texts("items.id");
    }

    public int total() {
        return response.<Integer>path("total");
    }

    /** The body without what names this one request. */
    public String withoutInstance() {
        return body().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "\"$1\":\"\"");
    }
}
