package io.keyholder.problems;

import java.util.Locale;

/**
 * A kind of problem that the platform answers with. Its slug and status are part of the contract and never change once released;
 * its words may. The page {@code /problems/<slug>} is made from it.
 *
 * <p>The kinds are grouped by who answers with them: {@link CommonProblem}, {@link GatewayProblem} and one group for each service.
 * {@link ProblemCatalogue} has them all.
 */
public interface ProblemType {

    /** The constant's name, from which the slug is made. */
    String name();

    Words words();

    /** Last part of the type's address, in kebab-case. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} of a problem: a reference relative to the gateway. */
    default String uri() {
        return "/problems/" + slug();
    }

    /** The HTTP status it is sent with. */
    default int status() {
        return words().status();
    }

    /** A few words, the same every time. */
    default String title() {
        return words().title();
    }

    /** What it means, for the caller. */
    default String meaning() {
        return words().meaning();
    }

    /** What the caller can do about it. */
    default String remedy() {
        return words().remedy();
    }

    /** What a kind of problem says of itself. */
    record Words(int status, String title, String meaning, String remedy) {}
}
