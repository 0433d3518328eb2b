package io.keyholder.web.change;

import io.keyholder.outbox.Provenance;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Changed;
import io.keyholder.record.Outcome;
import io.keyholder.record.Refused;
import io.keyholder.record.Unchanged;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.answer.RenderedAnswer;
import io.keyholder.web.answer.Rendering;
import io.keyholder.web.answer.Versioned;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.body.Body;
import io.keyholder.web.consistency.ConsistencyTokens;
import io.keyholder.web.failure.Undecided;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs the change that a request asks for, in the one transaction that the request has. Use it as the contract orders the checks:
 *
 * <pre>{@code
 * return changes.run(() -> {
 *     access.requireOwn(PARTNERS_MANAGE);                            // 404, 403
 *     return changes.once(body, request -> {                         // idempotency, then 400
 *         changes.requireMatch(…);                                   // 428, 412
 *         return Answer.of(View.of(changes.orThrow(commands.run(…))));  // 409
 *     });
 * });
 * }</pre>
 */
@RequestScoped
public class Changes {
    private final Idempotency idempotency;
    private final ChangeToken token;
    private final Rendering rendering;
    private final RequestAudit audit;
    private final Undecided undecided;
    private final Preconditions preconditions;
    private final Refusals refusals;

    Changes(
            Idempotency idempotency,
            ChangeToken token,
            Rendering rendering,
            RequestAudit audit,
            Undecided undecided,
            Preconditions preconditions,
            Refusals refusals) {
        this.idempotency = idempotency;
        this.token = token;
        this.rendering = rendering;
        this.audit = audit;
        this.undecided = undecided;
        this.preconditions = preconditions;
        this.refusals = refusals;
    }

    /** Thrown through the work to give the first answer again; the transaction has nothing to commit. */
    private static final class Replayed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient RenderedAnswer first;

        Replayed(RenderedAnswer first) {
            super("replayed", null, false, false);
            this.first = first;
        }
    }

    /**
     * Runs the work in a transaction of its own. A {@link ProblemException} rolls it back; the refusal is then recorded in the
     * audit log.
     */
    public <T> Answer<T> run(Supplier<Answer<T>> work) {
        return run(() -> work, Supplier::get);
    }

    /**
     * The same for a change whose body takes long to arrive: it is read before the transaction begins. What was allowed then may
     * not be any more, so the work authorises again.
     *
     * @param preparation authorises, and reads what the work needs
     */
    public <P, T> Answer<T> run(Supplier<P> preparation, Function<P, Answer<T>> work) {
        try {
            P prepared = preparation.get();
            RenderedAnswer answer = QuarkusTransaction.requiringNew().call(() -> {
                RenderedAnswer made = withToken(rendering.render(work.apply(prepared)), token.beforeCommit());
                idempotency.keep(made);
                return made;
            });
            return Answer.rendered(withToken(answer, token.afterCommit()));
        } catch (Replayed replayed) {
            return again(replayed.first);
        } catch (ProblemException refused) {
            ProblemException answer = undecided.or(refused);
            refusals.recordAfterRollback(answer);
            throw answer;
        }
    }

    /** The part of a change that runs once for an {@code Idempotency-Key}; reads the body first. */
    public <B, T> Answer<T> once(Body<B> body, Function<B, Answer<T>> work) {
        replay(idempotency.begin(body.bytes()));
        return work.apply(body.read());
    }

    /** The same for a change without a body. */
    public <T> Answer<T> once(Supplier<Answer<T>> work) {
        return once(idempotency.begin(new byte[0]), work);
    }

    /**
     * The same for a change whose body has been read before.
     *
     * @param bodyHash SHA-256 of all that makes it another request
     */
    public <T> Answer<T> onceHashed(byte[] bodyHash, Supplier<Answer<T>> work) {
        return once(idempotency.beginHashed(bodyHash), work);
    }

    private <T> Answer<T> once(Optional<RenderedAnswer> answered, Supplier<Answer<T>> work) {
        replay(answered);
        preconditions.requireKnownParameters();
        return work.get();
    }

    private static void replay(Optional<RenderedAnswer> answered) {
        answered.ifPresent(first -> {
            throw new Replayed(first);
        });
    }

    /**
     * Lets the change go on only if the caller has seen the version that it changes.
     *
     * @param present what is there now, as this caller sees it
     * @throws ProblemException {@code precondition-required} or {@code precondition-failed}; before them {@code invalid-request}
     *     for an unknown query parameter, which a change without a body checks nowhere else
     */
    public void requireMatch(Versioned present) {
        preconditions.requireMatch(present);
    }

    /**
     * The same for a request that need not name a version, such as a POST.
     *
     * @throws ProblemException {@code precondition-failed}
     */
    public void requireMatchIfSent(Versioned present) {
        if (preconditions.isMatchAsked()) {
            requireMatch(present);
        }
    }

    /**
     * What a command has made of an aggregate.
     *
     * @throws ProblemException what the command was refused with
     */
    public <A> A orThrow(Outcome<A> outcome) {
        return switch (outcome) {
            case Changed<A> changed -> changed.after();
            case Unchanged<A> unchanged -> unchanged.present();
            case Refused<A> refused -> throw ProblemException.of(refused.type(), refused.detail());
        };
    }

    /** Who causes the change, by which request. */
    public Provenance provenance() {
        return audit.provenance();
    }

    /** Says what the change is about, as soon as it is known, so that a refusal is recorded in the right log. */
    public void concerns(AuditSubject subject) {
        audit.concerns(subject);
    }

    /**
     * Ends a change with a refusal because of which something was changed after all: what the work has written commits, together
     * with the refusal's own record.
     */
    public <T> Answer<T> refused(ProblemException refusal) {
        refusals.record(refusal);
        return Answer.rendered(refusals.render(refusal));
    }

    private static RenderedAnswer withToken(RenderedAnswer answer, Optional<String> text) {
        return text.map(t -> answer.with(ConsistencyTokens.HEADER, t)).orElse(answer);
    }

    /** The first answer, with a token of this request's own: it may bring another than the first one did. */
    private <T> Answer<T> again(RenderedAnswer first) {
        if (first.status() == Refusals.CONFLICT) {
            return Answer.rendered(first);
        }
        Optional<String> kept = Optional.ofNullable(first.headers().get(ConsistencyTokens.HEADER));
        return Answer.rendered(first.with(ConsistencyTokens.HEADER, token.again(kept)));
    }
}
