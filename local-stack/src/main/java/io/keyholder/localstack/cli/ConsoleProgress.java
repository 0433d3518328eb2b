package io.keyholder.localstack.cli;

import io.keyholder.localstack.Progress;
import java.io.PrintStream;
import java.time.Duration;

/** A line for each step. */
record ConsoleProgress(PrintStream out) implements Progress {

    @Override
    public void note(String component, String what) {
        out.printf("  %-28s %s ...%n", component, what);
    }

    @Override
    public void ready(String component, Duration took, String where) {
        out.printf("  %-28s ready in %4.1f s   %s%n", component, took.toMillis() / 1000.0, where);
    }
}
