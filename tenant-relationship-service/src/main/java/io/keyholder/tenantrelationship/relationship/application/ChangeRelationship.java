package io.keyholder.tenantrelationship.relationship.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.tenantrelationship.relationship.domain.Relationship;
import io.keyholder.tenantrelationship.relationship.domain.Relationship.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

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
        return keep(relationship, relationship.suspend(clock.instant()), events::suspended, by);
    }

    public Transition resume(Relationship relationship, Provenance by) {
        return keep(relationship, relationship.resume(), events::resumed, by);
    }

    public Transition terminate(Relationship relationship, Provenance by) {
        return keep(relationship, relationship.terminate(clock.instant()), events::terminated, by);
    }

    private Transition keep(Relationship before, Transition transition, Telling telling, Provenance by) {
        if (transition instanceof Transition.Done done) {
            relationships.update(done.relationship());
            telling.of(before, done.relationship(), by);
        }
        return transition;
    }

    /** What the others are told. */
    @FunctionalInterface
    private interface Telling {
        void of(Relationship before, Relationship after, Provenance by);
    }
}
