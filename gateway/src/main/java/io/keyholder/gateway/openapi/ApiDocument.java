package io.keyholder.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** The API's document: what the services say of themselves, under the gateway's name. */
public final class ApiDocument {

    private ApiDocument() {}

    /**
     * As a release has it, wherever it is deployed: the server is where the document came from, and a token is brought along.
     *
     * @param services what each service says, by its name, in the order of {@code Upstreams}
     */
    public static JsonObject ofRelease(String version, Map<String, JsonObject> services) {
        return of(version, "/", new SignIn(List.of()), services);
    }

    static JsonObject of(String version, String server, SignIn signIn, Map<String, JsonObject> services) {
        MergedDocument merged = new MergedDocument(signIn.security());
        services.forEach(merged::add);
        return merged.build(
                info(version),
                new JsonArray().add(new JsonObject().put("url", server).put("x-internal", false)),
                signIn.schemes());
    }

    private static JsonObject info(String version) {
        return new JsonObject()
                .put("title", "Keyholder")
                .put("version", version)
                .put("description", """
                        Hand exactly some of your meeting rooms to partner organisations, and take them back in an \
                        instant.

                        [How to use the API](/docs/guide) says what all operations have in common: errors, paging, \
                        changes, retries and consistency. Every error is `application/problem+json`, and its `type` is \
                        a page that says [what it means and what to do](/problems).""")
                .put("contact", new JsonObject().put("name", "Keyholder"))
                .put("license", new JsonObject().put("name", "Apache-2.0").put("identifier", "Apache-2.0"));
    }
}
