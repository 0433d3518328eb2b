package io.keyholder.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.GatewayProblem;
import io.keyholder.problems.Problem;
import io.keyholder.problems.ProblemType;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The refusals an operation can answer with, each described once. */
final class ProblemAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOT_MODIFIED = "NotModified";
    private static final Map<Integer, String> DESCRIPTIONS = new LinkedHashMap<>();

    static {
        DESCRIPTIONS.put(400, "The request is not valid: `violations` names each field.");
        DESCRIPTIONS.put(401, "No valid access token.");
        DESCRIPTIONS.put(403, "The caller can see this but not do it: `detail` names the missing permission.");
        DESCRIPTIONS.put(404, "Nothing is there, or nothing the caller may know of.");
        DESCRIPTIONS.put(406, "The answer cannot be given in what `Accept` names.");
        DESCRIPTIONS.put(409, "It conflicts with the present state: `type` says how.");
        DESCRIPTIONS.put(412, "The resource is no longer the version that `If-Match` names.");
        DESCRIPTIONS.put(413, "The body is too large.");
        DESCRIPTIONS.put(415, "The body's media type is not one this operation reads.");
        DESCRIPTIONS.put(422, "The `Idempotency-Key` was used with another body.");
        DESCRIPTIONS.put(428, "`If-Match` is missing.");
        DESCRIPTIONS.put(429, "Too many requests: try again after `Retry-After`.");
        DESCRIPTIONS.put(500, "Something went wrong here.");
        DESCRIPTIONS.put(502, "The connection was lost: the change may or may not have been made.");
        DESCRIPTIONS.put(503, "Not available at present: try again after `Retry-After`.");
        DESCRIPTIONS.put(504, "No answer in time: the change may or may not have been made.");
    }

    private ProblemAnswers() {}

    static void addTo(Components components) {
        components.addSchema("ViolationCode", violationCode());
        components.addSchema("Violation", violation());
        components.addSchema("Problem", problem());
        DESCRIPTIONS.forEach(
                (status, description) -> components.addResponse(name(status), answer(status, description)));
        APIResponse notModified = OASFactory.createAPIResponse()
                .description("What the caller has is current.")
                .addHeader("ETag", StandardHeaders.reference("ETag"));
        StandardHeaders.addToEvery(notModified);
        components.addResponse(NOT_MODIFIED, notModified);
    }

    /** A reference to the answer without a body. */
    static APIResponse notModified() {
        return reference(NOT_MODIFIED);
    }

    /** A reference to the answer of that status. */
    static APIResponse of(int status) {
        return reference(name(status));
    }

    private static APIResponse reference(String name) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }

    private static String name(int status) {
        return "Problem" + status;
    }

    private static APIResponse answer(int status, String description) {
        APIResponse answer = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                        .example(example(status))));
        StandardHeaders.addToEvery(answer);
        if (status == 401) {
            answer.addHeader("WWW-Authenticate", StandardHeaders.reference("WwwAuthenticate"));
        }
        if (status == 429 || status == 503) {
            answer.addHeader("Retry-After", StandardHeaders.reference("RetryAfter"));
        }
        return answer;
    }

    /** The first of the problems with that status. */
    private static JsonNode example(int status) {
        ProblemType type = Stream.<ProblemType>concat(
                        Arrays.stream(CommonProblem.values()), Arrays.stream(GatewayProblem.values()))
                .filter(one -> one.status() == status)
                .findFirst()
                .orElseThrow();
        Problem problem = Problem.of(type).at("/v1/rooms", "4bf92f3577b34da6a3ce929d0e0e4736");
        return JSON.valueToTree(
                type == CommonProblem.INVALID_REQUEST
                        ? problem.withViolations(
                                List.of(new Violation("name", ViolationCode.REQUIRED, "must not be blank")))
                        : problem);
    }

    private static Schema violation() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("One thing that is wrong with the request.")
                .addProperty("field", text("A path into the body, a parameter's name, or `line N` of an import."))
                .addProperty("code", OASFactory.createSchema().ref("#/components/schemas/ViolationCode"))
                .addProperty("message", text("What is wrong with it, for people."))
                .required(List.of("field", "code", "message"));
    }

    private static Schema violationCode() {
        return text("What kind of thing is wrong, for programs. A code never changes its meaning; others may come.")
                .enumeration(Arrays.stream(ViolationCode.values())
                        .<Object>map(ViolationCode::name)
                        .toList());
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("A refusal, by RFC 9457. `type` leads to a page that says what to do.")
                .addProperty("type", text("`/problems/<slug>`"))
                .addProperty("title", text("The kind of problem, the same every time."))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .format("int32")
                                .description("The answer's status."))
                .addProperty("detail", text("What was wrong this time."))
                .addProperty("instance", text("The request's path."))
                .addProperty("traceId", text("Quote it to support."))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("What is wrong with each field, on 400.")
                                .items(OASFactory.createSchema().ref("#/components/schemas/Violation")))
                .required(List.of("type", "title", "status"));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
