package io.keyholder.driver;

import io.keyholder.localstack.LocalStack;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is measured.
 *
 * @param services the address of each service itself, by its name
 * @param operatorToken a token that may register tenants
 * @param processes the process of each part, where it runs on this machine
 */
public record Deployment(
        URI gateway,
        Map<String, URI> services,
        Supplier<String> operatorToken,
        Supplier<Map<String, ProcessHandle>> processes) {

    public static final String RBAC = "rbac-service";
    public static final String ROOMS = "rooms-service";
    public static final String INVITATION = "invitation-service";
    public static final String POSTGRESQL = "postgresql";
    public static final String GATEWAY = "gateway";

    public static Deployment of(LocalStack stack) {
        return new Deployment(
                URI.create(stack.gatewayUrl()),
                Map.of(
                        RBAC, URI.create(stack.serviceUrl(RBAC)),
                        ROOMS, URI.create(stack.serviceUrl(ROOMS)),
                        INVITATION, URI.create(stack.serviceUrl(INVITATION))),
                new RenewedToken(() -> stack.token("operator")),
                () -> Processes.of(stack));
    }

    public URI service(String name) {
        return Optional.ofNullable(services.get(name))
                .orElseThrow(() -> new IllegalArgumentException("The address of " + name + " is not given"));
    }

    /** The processor time that a part, with its child processes, has had; empty where it runs elsewhere. */
    public Optional<Duration> processorTime(String part) {
        return Optional.ofNullable(processes.get().get(part))
                .map(process -> Stream.concat(Stream.of(process), process.descendants())
                        .flatMap(one -> one.info().totalCpuDuration().stream())
                        .reduce(Duration.ZERO, Duration::plus));
    }
}
