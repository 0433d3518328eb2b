package io.keyholder.web.openapi;

import io.keyholder.web.consistency.ConsistencyTokens;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The headers that requests and answers have in common, each described once. */
final class StandardHeaders {

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
                "Consistency", header("Send it back as `Keyholder-Consistency` to be sure to see this change."));
        components.addParameter(
                "IdempotencyKey",
                parameter(
                        "Idempotency-Key",
                        "The same key and body within 24 hours gives the first answer again.",
                        false));
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

    private static Parameter parameter(String name, String description, boolean required) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .required(required)
                .schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
