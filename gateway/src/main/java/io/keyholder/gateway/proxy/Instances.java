package io.keyholder.gateway.proxy;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes behind a service's base URLs: one for each address that a host has, as far as is known. */
final class Instances {
    private final Duration passOver;
    private final Map<URI, List<Instance>> byBase = new LinkedHashMap<>();
    private volatile List<Instance> all;

    /** Until addresses are known, each base stands for one instance, found by whatever its host's name leads to. */
    Instances(List<URI> bases, Duration passOver) {
        this.passOver = passOver;
        bases.forEach(base -> byBase.put(base, List.of(new Instance(base, Optional.empty(), passOver))));
        this.all = flattened();
    }

    List<Instance> all() {
        return all;
    }

    List<URI> bases() {
        return List.copyOf(byBase.keySet());
    }

    /** Takes over what the name service says now. What is known of an instance that is still there is kept. */
    synchronized void resolved(URI base, List<String> addresses) {
        List<Instance> former = byBase.getOrDefault(base, List.of());
        byBase.put(
                base,
                addresses.stream()
                        .map(address -> existing(former, address)
                                .orElseGet(() -> new Instance(base, Optional.of(address), passOver)))
                        .toList());
        all = flattened();
    }

    private static Optional<Instance> existing(List<Instance> former, String address) {
        return former.stream().filter(instance -> instance.isAt(address)).findFirst();
    }

    private List<Instance> flattened() {
        return byBase.values().stream().flatMap(List::stream).toList();
    }
}
