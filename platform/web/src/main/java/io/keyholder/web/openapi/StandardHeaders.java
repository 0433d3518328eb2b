package io.keyholder.web.openapi;

import io.keyholder.web.consistency.ConsistencyTokens;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers that requests and answers have in common, each described once. */
final class StandardHeaders {

    /** The longest value that is promised to be taken: a token of any change is shorter. */
    private static final int LONGEST = 4096;

    private static final int LONGEST_KEY = 255;

    private StandardHeaders() {}

    static void addTo(Components components) {
        components.addHeader(
                "ETag",
                header("Opaque: the resource's `version`, a dot, and a digest of this answer. `If-Match` compares the"
                        + " version alone, `If-None-Match` both."));
        components.addHeader("Location", header("Where the created resource is. Absent when many were created."));
        components.addHeader("Link", header("The next page: `rel=\"next\"`. Absent on the last one."));
        components.addHeader("RetryAfter", header("After how many seconds to try again."));
        components.addHeader(
                "RateLimit",
                header("How many requests are left, `r`, and for how many seconds, `t`.", "\"default\";r=5990;t=30"));
        components.addHeader(
                "RateLimitPolicy",
                header("How many requests there may be, `q`, in how many seconds, `w`.", "\"default\";q=6000;w=60"));
        components.addHeader(
                "RequestId", header("The client's, or a new one. Quote it to support.", "5f0c9a7e2b8d4c61"));
        components.addHeader("WwwAuthenticate", header("What kind of token is missing.", "Bearer"));
        components.addHeader(
                "Consistency", header("Send it back as `Keyholder-Consistency` to be sure to see this change."));
        Parameter idempotencyKey = parameter(
                "Idempotency-Key", "The same key and body within 24 hours gives the first answer again.", false);
        idempotencyKey.getSchema().minLength(1).maxLength(LONGEST_KEY).pattern("^[!-~]+$");
        components.addParameter("IdempotencyKey", idempotencyKey);
        components.addParameter(
                "IfMatch",
                parameter(
                        "If-Match",
                        "The `ETag` that the caller has seen, or the `version` in quotes. `*` is any. A weak form"
                                + " matches.",
                        true));
        components.addParameter(
                "IfNoneMatch",
                parameter(
                        "If-None-Match",
                        "The `ETag` that the caller has: while the answer would be the same, 304.",
                        false));
        components.addParameter(
                "Consistency",
                parameter(ConsistencyTokens.HEADER, "The token of a change that the request must see.", false));
    }

    /** Adds what every answer has. */
    static void addToEvery(APIResponse answer) {
        answer.addHeader("RateLimit", reference("RateLimit"));
        answer.addHeader("RateLimit-Policy", reference("RateLimitPolicy"));
        answer.addHeader("X-Request-Id", reference("RequestId"));
    }

    /** A reference to a header of an answer. */
    static Header reference(String name) {
        return OASFactory.createHeader().ref("#/components/headers/" + name);
    }

    /** A reference to a header of a request. */
    static Parameter parameter(String name) {
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Header header(String description, String example) {
        return header(description).example(example);
    }

    private static Parameter parameter(String name, String description, boolean required) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .required(required)
                .schema(text().maxLength(LONGEST));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
