package io.keyholder.web.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyholder.access.Caller;
import io.keyholder.identity.CurrentCaller;
import io.keyholder.web.ProblemException;
import io.keyholder.web.consistency.Signing;
import io.keyholder.web.consistency.Signings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Cursors: the sort keys of the last item, signed together with the caller and the filters, so that a cursor that was
 * changed, or belongs to another caller or list, is told from a good one.
 */
@ApplicationScoped
public class Cursors {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Signing signing;
    private final CurrentCaller current;

    Cursors(Signings signings, CurrentCaller current) {
        this.signing = signings.own();
        this.current = current;
    }

    String write(List<String> keys, String filters) {
        try {
            return signing.seal(MAPPER.writeValueAsBytes(keys), bound(filters));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are always serialisable", e);
        }
    }

    /** @throws ProblemException {@code invalid-cursor} when it is broken or belongs to another caller, list or filter */
    List<String> read(String cursor, String filters) {
        try {
            byte[] keys = signing.open(cursor, bound(filters)).orElseThrow(ProblemException::invalidCursor);
            return Arrays.asList(MAPPER.readValue(keys, String[].class));
        } catch (IOException e) {
            throw ProblemException.invalidCursor();
        }
    }

    private byte[] bound(String filters) throws JsonProcessingException {
        Caller caller = current.get();
        return MAPPER.writeValueAsBytes(new String[] {String.valueOf(caller.tenantId()), caller.userId(), filters});
    }
}
