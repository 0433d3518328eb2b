package io.keyholder.benchmarks.scenario;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Tables in Markdown, row by row as they are measured, so that nothing is lost when a run is ended. */
public final class Report {

    private final PrintStream out;

    public Report(PrintStream out) {
        this.out = out;
    }

    public void table(String title, String... columns) {
        out.printf("%n### %s%n%n", title);
        row((Object[]) columns);
        row(List.of(columns).stream().map(unused -> "---").toArray());
    }

    public void row(Object... cells) {
        var line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ').append(text(cell)).append(" |");
        }
        out.println(line);
        out.flush();
    }

    /** What goes on, beside the tables. */
    public void progress(String text) {
        System.err.println(text);
    }

    private static String text(Object cell) {
        return switch (cell) {
            case Duration duration -> String.format(Locale.ROOT, "%.2f ms", duration.toNanos() / 1e6);
            case Double number -> String.format(Locale.ROOT, number < 100 ? "%.2f" : "%,.0f", number);
            case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
            default -> cell.toString();
        };
    }
}
