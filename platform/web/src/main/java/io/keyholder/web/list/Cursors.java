package io.keyholder.web.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyholder.web.ProblemException;
import io.keyholder.web.consistency.Signing;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Cursors: the sort keys of the last item, signed together with the filters, so that a cursor that was changed or belongs
 * to another list is told from a good one.
 */
@ApplicationScoped
public class Cursors {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Signing signing;

    Cursors(Signing signing) {
        this.signing = signing;
    }

    String write(List<String> keys, String filters) {
        try {
            return signing.seal(MAPPER.writeValueAsBytes(keys), filters.getBytes(UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are always serialisable", e);
        }
    }

    /** @throws ProblemException {@code invalid-cursor} when it is broken or belongs to another list or filter */
    List<String> read(String cursor, String filters) {
        try {
            byte[] keys = signing.open(cursor, filters.getBytes(UTF_8)).orElseThrow(ProblemException::invalidCursor);
            return Arrays.asList(MAPPER.readValue(keys, String[].class));
        } catch (IOException e) {
            throw ProblemException.invalidCursor();
        }
    }
}
