package io.keyholder.rbac.decision;

import io.keyholder.access.AccessContext;
import io.keyholder.access.AccessScope;
import io.keyholder.access.Basis;
import io.keyholder.access.Decision;
import io.keyholder.access.Decisions;
import io.keyholder.access.Permission;
import io.keyholder.directory.RoomDirectory;
import io.keyholder.rbac.context.RelationshipKnowledge;
import io.keyholder.rbac.decision.model.Denial;
import io.keyholder.rbac.decision.model.Explanation;
import io.keyholder.rbac.decision.model.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Answers a check with its reasons. Without a room it is decided in memory alone. In a room, whoever asks about another
 * must see the room: else it is as if there were none.
 */
@ApplicationScoped
public class ExplainAccess {
    private final Decisions decisions;
    private final RelationshipKnowledge knowledge;
    private final RoomDirectory rooms;

    ExplainAccess(Decisions decisions, RelationshipKnowledge knowledge, RoomDirectory rooms) {
        this.decisions = decisions;
        this.knowledge = knowledge;
        this.rooms = rooms;
    }

    public Explanation explain(Question question) {
        return explain(List.of(question)).getFirst();
    }

    /** One answer for each, in their order. What they ask of the same rooms is looked up once. */
    public List<Explanation> explain(List<Question> questions) {
        Places places = Places.of(questions, rooms);
        return questions.stream()
                .map(question -> {
                    Explanation explanation = explain(question, places);
                    return question.subject().groupsComplete() ? explanation : explanation.withGroupsUnknown();
                })
                .toList();
    }

    private Explanation explain(Question question, Places places) {
        return switch (decisions.decide(question.subject(), question.permission(), question.customerId())) {
            case Decision.Denied denied -> denied(question, denied);
            case Decision.Allowed allowed ->
                question.roomId()
                        .map(room -> inRoom(question, allowed, places.place(question.customerId(), room), places))
                        .orElseGet(() -> allowed(allowed.context(), allowed.because(), false));
        };
    }

    private Explanation inRoom(Question question, Decision.Allowed allowed, Places.Place place, Places places) {
        boolean aboutRooms = question.permission().reach() == Permission.Reach.ROOMS;
        boolean seen = isSeenByAsker(question, place, places);
        boolean covered = aboutRooms ? place.isCoveredBy(allowed.scope()) : seen;
        boolean delegated = places.isWithin(allowed.context(), place);
        if (covered && delegated && (seen || question.isAboutAsker())) {
            List<Basis> because = allowed.because().stream()
                    .filter(basis -> !aboutRooms || place.isCoveredBy(scopeOf(basis)))
                    .toList();
            return allowed(allowed.context(), because, true);
        }
        if (!seen) {
            return Explanation.denied(Denial.ROOM_NOT_FOUND);
        }
        return delegated
                ? Explanation.denied(Denial.OUTSIDE_ASSIGNMENT_SCOPE, assignments(allowed.because()))
                : Explanation.denied(Denial.OUTSIDE_DELEGATION);
    }

    private boolean isSeenByAsker(Question question, Places.Place place, Places places) {
        return decisions.decide(question.asker(), Permission.ROOMS_VIEW, question.customerId())
                        instanceof Decision.Allowed view
                && place.isCoveredBy(view.scope())
                && places.isWithin(view.context(), place);
    }

    private Explanation denied(Question question, Decision.Denied denied) {
        Denial denial = told(question, denied);
        Basis.Assignment nearest = denied.nearest();
        return nearest != null && denial == Denial.of(denied.reason())
                ? Explanation.denied(denial, List.of(reason(nearest)))
                : Explanation.denied(denial);
    }

    /** A relationship that the one who asks may not know of is as good as none. */
    private Denial told(Question question, Decision.Denied denied) {
        Denial denial = Denial.of(denied.reason());
        if (question.isAskedByCustomer() || question.asker().tenantId() == null) {
            return denial;
        }
        if (!decisions.isFresh()) {
            return Denial.DATA_TOO_OLD;
        }
        UUID relationship = denied.context().relationshipId();
        return relationship != null && knowledge.hasAsPartner(question.asker(), relationship)
                ? denial
                : Denial.NO_RELATIONSHIP;
    }

    private static Explanation allowed(AccessContext context, List<Basis> because, boolean inRoom) {
        List<Reason> reasons = new ArrayList<>();
        because.forEach(basis -> reasons.add(reason(basis)));
        UUID relationship = context.relationshipId();
        if (relationship != null) {
            reasons.add(new Reason.Relationship(relationship));
            if (inRoom) {
                reasons.add(new Reason.Delegation(relationship));
            }
        }
        return new Explanation(true, reasons);
    }

    private static AccessScope scopeOf(Basis basis) {
        return switch (basis) {
            case Basis.GlobalAdmin admin -> AccessScope.everything();
            case Basis.Assignment assignment -> AccessScope.of(assignment.scope());
        };
    }

    private static Reason reason(Basis basis) {
        return switch (basis) {
            case Basis.GlobalAdmin admin -> new Reason.GlobalAdmin(admin.tenantId());
            case Basis.Assignment assignment -> reason(assignment);
        };
    }

    private static Reason.Assignment reason(Basis.Assignment assignment) {
        return new Reason.Assignment(
                assignment.assignmentId(), assignment.roleId(), assignment.roleName(), assignment.scope());
    }

    private static List<Reason.Assignment> assignments(List<Basis> because) {
        return because.stream()
                .filter(Basis.Assignment.class::isInstance)
                .map(basis -> reason((Basis.Assignment) basis))
                .toList();
    }
}
