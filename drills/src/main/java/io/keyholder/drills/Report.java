package io.keyholder.drills;

import java.io.PrintStream;
import java.util.Locale;

/** Prints a row of a table for each drill, and below it what was found. */
final class Report {
    private static final int SHOWN = 10;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void begin(long seed) {
        out.println("Seed " + seed + ": the same again by --seed=" + seed);
        out.println();
        out.println("| drill | changes | reads | recovered after | log of one process | found |");
        out.println("| --- | --- | --- | --- | --- | --- |");
    }

    /** @param lack what the machine has not */
    void addUndrilled(String name, String lack) {
        out.printf("| %s | | | | | not drilled: %s |%n", name, lack);
    }

    void add(Drill.Result result) {
        out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %.1f s | %.1f kB/s | %s |%n",
                result.name(),
                result.changes(),
                result.reads(),
                result.recovery().toMillis() / 1000.0,
                result.logged() / 1000.0,
                result.findings().isEmpty()
                        ? "nothing"
                        : "**" + result.findings().size() + "**");
        result.findings().stream().limit(SHOWN).forEach(finding -> out.println("  - " + finding));
        out.flush();
    }
}
