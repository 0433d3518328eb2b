package io.keyholder.web.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyholder.access.Caller;
import io.keyholder.identity.CurrentCaller;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.RenderedAnswer;
import io.keyholder.web.request.RequestFacts;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The {@code Idempotency-Key} of the request at hand: per tenant, user, method and path, valid for 24 hours, stored with
 * the change so that it holds across a restart.
 */
@RequestScoped
class Idempotency {
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final IdempotencyKeys keys;
    private final CurrentCaller current;
    private final RequestFacts request;
    private Optional<byte[]> id = Optional.empty();
    private RequestHash hash = RequestHash.NONE;

    Idempotency(IdempotencyKeys keys, CurrentCaller current, RequestFacts request) {
        this.keys = keys;
        this.current = current;
        this.request = request;
    }

    /**
     * Takes the request's key for the present transaction.
     *
     * @return the first answer, when the request was answered before
     * @throws ProblemException {@code request-in-progress}, {@code idempotency-key-reused}, {@code invalid-request}
     */
    Optional<RenderedAnswer> begin(byte[] body) {
        return begin(() -> RequestHash.of(body, request));
    }

    /** The same for a body that was hashed while it was read. */
    Optional<RenderedAnswer> beginHashed(byte[] bodyHash) {
        return begin(() -> RequestHash.ofHashed(bodyHash, request));
    }

    private Optional<RenderedAnswer> begin(Supplier<RequestHash> hashed) {
        Optional<String> key = request.header(HEADER);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        if (request.count(HEADER) > 1) {
            throw ProblemException.invalid(HEADER, ViolationCode.DUPLICATE, "is given more than once");
        }
        if (!FORM.matcher(key.get()).matches()) {
            throw ProblemException.invalid(
                    HEADER, ViolationCode.MALFORMED, "must be 1 to 255 visible ASCII characters");
        }
        byte[] mine = idOf(key.get());
        if (!keys.lock(mine)) {
            throw ProblemException.of(CommonProblem.REQUEST_IN_PROGRESS);
        }
        RequestHash sent = hashed.get();
        Optional<IdempotencyKeys.Kept> first = keys.find(mine);
        if (first.isPresent() && !first.get().hash().isOfTheSameAs(sent)) {
            throw ProblemException.of(CommonProblem.IDEMPOTENCY_KEY_REUSED);
        }
        id = Optional.of(mine);
        hash = sent;
        return first.map(IdempotencyKeys.Kept::answer);
    }

    /** Keeps the answer with the key, if the request has one, in the present transaction. */
    void keep(RenderedAnswer answer) {
        id.ifPresent(mine -> keys.store(mine, hash, answer));
    }

    /**
     * Keeps a conflict, whose transaction was rolled back and with it the hold on the key: another request with the same
     * key may have been answered since, or be about to be, and its answer is then the first.
     */
    void keepIfFirst(RenderedAnswer answer) {
        if (id.isPresent() && keys.lock(id.get()) && keys.find(id.get()).isEmpty()) {
            keep(answer);
        }
    }

    private byte[] idOf(String key) {
        Caller caller = current.get();
        String whole = String.join(
                "\n", String.valueOf(caller.tenantId()), caller.userId(), request.method(), request.path(), key);
        return RequestHash.sha256(whole.getBytes(UTF_8));
    }
}
