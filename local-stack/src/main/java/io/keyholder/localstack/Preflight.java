package io.keyholder.localstack;

import java.util.List;
import java.util.function.IntPredicate;

/** What would make a start fail half way, found before anything is started. */
record Preflight(Ports ports, IntPredicate portIsFree, Memory memory) {

    void check(List<Component> toStart) {
        toStart.stream().flatMap(component -> component.portNames().stream()).forEach(this::checkPort);
        var needed = toStart.stream().mapToInt(Component::memoryInMiB).sum();
        memory.availableInMiB().ifPresent(available -> checkMemory(needed, available));
    }

    private void checkPort(String name) {
        var port = ports.of(name);
        if (!portIsFree.test(port)) {
            throw new StackException(
                    "Port %d, for %s, is taken by another program. Free it, or choose another: %s=%d ./keyholder up"
                            .formatted(port, name, Ports.variable(name), port + 1000));
        }
    }

    private static void checkMemory(int needed, long available) {
        if (available < needed) {
            throw new StackException(
                    "The stack needs %.1f GiB of free memory, and there are %.1f. Close something, or go on regardless: %s=1 ./keyholder up"
                            .formatted(needed / 1024.0, available / 1024.0, Memory.IGNORE));
        }
    }
}
