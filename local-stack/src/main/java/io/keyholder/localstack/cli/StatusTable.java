package io.keyholder.localstack.cli;

import io.keyholder.localstack.ComponentStatus;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalLong;

/** What {@code status} prints. */
record StatusTable(PrintStream out) {

    void print(List<ComponentStatus> components) {
        out.printf("%-28s %-9s %8s %6s %10s%n", "NAME", "STATE", "PID", "PORT", "MEMORY");
        for (ComponentStatus component : components) {
            out.printf(
                    "%-28s %-9s %8s %6d %10s%n",
                    component.name(),
                    name(component.state()),
                    text(component.pid(), ""),
                    component.port(),
                    text(component.memoryInMiB(), " MiB"));
        }
        out.printf("%-28s %36d MiB%n", "", totalMemory(components));
    }

    static long totalMemory(List<ComponentStatus> components) {
        return components.stream()
                .mapToLong(component -> component.memoryInMiB().orElse(0))
                .sum();
    }

    private static String name(ComponentStatus.State state) {
        return switch (state) {
            case UP -> "up";
            case NOT_READY -> "not ready";
            case DOWN -> "down";
        };
    }

    private static String text(OptionalLong value, String unit) {
        return value.isPresent() ? value.getAsLong() + unit : "-";
    }
}
