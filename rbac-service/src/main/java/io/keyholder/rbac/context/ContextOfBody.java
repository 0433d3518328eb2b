package io.keyholder.rbac.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.keyholder.contracts.Ids;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import io.keyholder.web.body.Body;
import io.keyholder.web.body.JsonBounds;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * The relationship that a body names, looked up before the body is read properly: who is to be authorised there must be
 * known before anything else of the body may be judged.
 */
public final class ContextOfBody {
    private static final String FIELD = "relationshipId";
    private static final JsonMapper MAPPER = new JsonMapper(JsonBounds.factory());

    private ContextOfBody() {}

    /**
     * Empty when the body names none, by {@code null} or not at all; also when it cannot be read: whoever reads it properly
     * says so.
     *
     * @throws ProblemException {@code invalid-request} for what is no id: it must never pass for the own tenant
     */
    public static Optional<UUID> relationshipId(Body<?> body) {
        JsonNode named = content(body).path(FIELD);
        if (named.isMissingNode() || named.isNull()) {
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(named.textValue())
                .flatMap(Ids::parse)
                .orElseThrow(() -> ProblemException.invalid(
                        FIELD, ViolationCode.MALFORMED, "must be an id (UUID), its 36 characters exactly")));
    }

    private static JsonNode content(Body<?> body) {
        try {
            return MAPPER.readTree(body.bytes());
        } catch (IOException | NumberFormatException unreadable) {
            return MissingNode.getInstance();
        }
    }
}
