package io.keyholder.web.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.web.consistency.Signing;
import io.keyholder.web.consistency.Signings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names the states of resources, so that a change can say which one it means. A name tells nothing but whether two states
 * are the same: it is keyed, so that nobody counts by it.
 */
@ApplicationScoped
public class Versions {
    private static final int BYTES = 9;

    private final Signing signing;
    private final ObjectMapper mapper;

    Versions(Signings signings, ObjectMapper mapper) {
        this.signing = signings.own();
        this.mapper = mapper;
    }

    /** For a caller who sees the whole resource: moves with each change of it. */
    public String of(UUID id, long version) {
        return signing.name((id + " " + version).getBytes(UTF_8), BYTES);
    }

    /**
     * For a caller who sees a part: moves with that part alone, and not with what is hidden.
     *
     * @param seen all of the resource that this caller sees
     */
    public String ofPart(UUID id, @Nullable Object... seen) {
        try {
            return signing.name((id + " " + mapper.writeValueAsString(Arrays.asList(seen))).getBytes(UTF_8), BYTES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is answered is always serialisable", e);
        }
    }
}
