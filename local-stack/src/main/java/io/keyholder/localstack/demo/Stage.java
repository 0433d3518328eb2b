package io.keyholder.localstack.demo;

import java.io.PrintStream;

/** What the audience sees. */
final class Stage {
    private static final int LINE = 160;

    private final PrintStream out;

    Stage(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.println();
        out.println("== " + title);
    }

    void note(String text) {
        out.println();
        out.println("# " + text);
    }

    void request(String curl) {
        out.println();
        out.println("$ " + curl);
    }

    void answer(int status, String summary) {
        out.println("  " + status + (summary.isEmpty() ? "" : "  " + shortened(summary)));
    }

    void detail(String line) {
        out.println("  " + line);
    }

    void waiting(String reason) {
        out.println("  ... " + reason + "; trying again with the same Idempotency-Key");
    }

    private static String shortened(String text) {
        return text.length() <= LINE ? text : text.substring(0, LINE - 1) + "…";
    }
}
