package io.keyholder.e2e.escalation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;

/**
 * Whatever several administrators of a partner try, in whatever order: nobody ever holds what the one who gave it did not
 * hold, and the platform decides as the model does.
 */
class NoEscalationIT {
    private static final List<String> PERMISSIONS =
            List.of("rooms:view", "rooms:modify", "incidents:view", "roles:view", "roles:modify");

    private Administrators administrators;

    @Property(tries = 12, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void shouldNeverLetAnybodyGiveMoreThanTheyHold(@ForAll("moves") List<Move> moves) {
        administrators = Administrators.ofOnePartner();
        moves.forEach(administrators::attempt);
        administrators.report();
    }

    @AfterTry
    void leaveNothing() {
        administrators.removeAll();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.of(Move.Kind.class),
                        Arbitraries.integers().between(0, Administrators.ACTORS - 1),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, Administrators.MEMBERS - 1),
                        Arbitraries.integers().between(0, Administrators.SCOPES - 1),
                        permissions())
                .as(Move::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(25);
    }

    /** Administrators of administrators are what it is about: the rights to roles are in most roles. */
    private Arbitrary<Set<String>> permissions() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(PERMISSIONS).set().ofMinSize(1).ofMaxSize(3)),
                Tuple.of(2, Arbitraries.of(PERMISSIONS).set().ofMaxSize(2).map(more -> {
                    Set<String> all = new TreeSet<>(more);
                    all.addAll(List.of("rooms:view", "roles:view", "roles:modify"));
                    return all;
                })));
    }
}
