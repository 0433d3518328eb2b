package io.keyholder.localstack;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** What would make a start fail half way, found before anything is started. */
record Preflight(Ports ports, IntPredicate portIsFree, Memory memory) {

    void check(List<Component> toStart) {
        var taken = toStart.stream()
                .flatMap(component -> component.portNames().stream())
                .filter(name -> !portIsFree.test(ports.of(name)))
                .toList();
        if (!taken.isEmpty()) {
            throw new StackException(whatToDoAbout(taken));
        }
        var needed = toStart.stream().mapToInt(Component::memoryInMiB).sum();
        memory.availableInMiB().ifPresent(available -> checkMemory(needed, available));
    }

    private String whatToDoAbout(List<String> taken) {
        var first = taken.getFirst();
        var each = taken.stream()
                .map(name -> "port %d, for %s".formatted(ports.of(name), name))
                .collect(Collectors.joining("; "));
        var all = Ports.freeOffset(portIsFree).stream()
                .mapToObj(offset ->
                        "; or, before it has data, move all: %s=%d ./keyholder up".formatted(Ports.OFFSET, offset))
                .collect(Collectors.joining());
        return "Taken by other programs: %s. Free them, or choose others: %s=%d ./keyholder up%s"
                .formatted(each, Ports.variable(first), ports.of(first) + 1000, all);
    }

    private static void checkMemory(int needed, long available) {
        if (available < needed) {
            throw new StackException(
                    "The stack needs %.1f GiB of free memory, and there are %.1f. Close something, or go on regardless: %s=1 ./keyholder up"
                            .formatted(needed / 1024.0, available / 1024.0, Memory.IGNORE));
        }
    }
}
