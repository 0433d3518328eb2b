package io.keyholder.rbac.context.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyholder.contracts.Ids;
import io.keyholder.web.Body;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * The relationship that a body names, looked up before the body is read properly: who is to be authorised there must be
 * known before anything else of the body may be judged.
 */
public final class ContextOfBody {
    private static final JsonMapper MAPPER = new JsonMapper();

    private ContextOfBody() {}

    /** Empty also when the body cannot be read; whoever reads it properly says so. */
    public static Optional<UUID> relationshipId(Body<?> body) {
        try {
            JsonNode content = MAPPER.readTree(body.bytes());
            return content == null
                    ? Optional.empty()
                    : Ids.parse(content.path("relationshipId").asText(""));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
