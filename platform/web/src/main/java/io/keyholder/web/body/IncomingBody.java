package io.keyholder.web.body;

import io.keyholder.access.Caller;
import io.keyholder.identity.CurrentCaller;
import io.keyholder.problems.CommonProblem;
import io.keyholder.web.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of the request at hand: read up to a limit, and counted for as long as the request lasts. */
@RequestScoped
class IncomingBody {
    private static final int PART = 8 * 1024;

    private final BodiesInFlight all;
    private final CurrentCaller current;
    private String caller = "";
    private long taken;

    IncomingBody(BodiesInFlight all, CurrentCaller current) {
        this.all = all;
        this.current = current;
    }

    /**
     * All bytes.
     *
     * @throws ProblemException {@code payload-too-large} beyond the limit, {@code service-unavailable} when too much is held
     *     already
     */
    byte[] read(InputStream stream, int limit) throws IOException {
        Caller who = current.get();
        caller = who.tenantId() + "/" + who.userId();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        for (int length = stream.read(part); length >= 0; length = stream.read(part)) {
            if (body.size() + length > limit) {
                throw ProblemException.of(CommonProblem.PAYLOAD_TOO_LARGE);
            }
            take(length);
            body.write(part, 0, length);
        }
        return body.toByteArray();
    }

    private void take(int length) {
        if (!all.take(caller, length)) {
            throw ProblemException.of(
                    CommonProblem.SERVICE_UNAVAILABLE, "Too many long bodies are being read at present.");
        }
        taken += length;
    }

    @PreDestroy
    void giveBack() {
        if (taken > 0) {
            all.giveBack(caller, taken);
        }
    }
}
