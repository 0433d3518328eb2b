package io.keyholder.tenantrelationship.relationship.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.tenantrelationship.relationship.domain.Relationship;
import io.keyholder.tenantrelationship.relationship.domain.Relationship.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.BiConsumer;

/** Suspends, resumes and terminates. Each takes a relationship that the caller's transaction has locked. */
@ApplicationScoped
public class ChangeRelationship {
    private final Relationships relationships;
    private final RelationshipEvents events;
    private final Clock clock;

    ChangeRelationship(Relationships relationships, RelationshipEvents events, Clock clock) {
        this.relationships = relationships;
        this.events = events;
        this.clock = clock;
    }

    public Transition suspend(Relationship relationship, Provenance by) {
        return keep(relationship.suspend(clock.instant()), events::suspended, by);
    }

    public Transition resume(Relationship relationship, Provenance by) {
        return keep(relationship.resume(), events::resumed, by);
    }

    public Transition terminate(Relationship relationship, Provenance by) {
        return keep(relationship.terminate(clock.instant()), events::terminated, by);
    }

    private Transition keep(Transition transition, BiConsumer<Relationship, Provenance> event, Provenance by) {
        if (transition instanceof Transition.Done done) {
            relationships.update(done.relationship());
            event.accept(done.relationship(), by);
        }
        return transition;
    }
}
