package io.keyholder.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A running stack, or what there is of it. Safe to be asked from several processes one after the other: what runs is
 * read from {@code base}, never remembered here.
 */
public final class LocalStack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Options options;
    private final Directories directories;
    private final Keycloak keycloak;
    private final Service gateway;
    private final List<Component> components;

    private LocalStack(Options options) {
        this.options = options;
        this.directories = new Directories(options.project(), options.base());
        var ports = options.ports();
        var credentials = new Credentials(options.base());
        var postgres = new Postgres(directories, ports.of(Postgres.NAME), credentials);
        var kafka = new Kafka(directories, ports.of(Kafka.NAME), ports.of(Ports.KAFKA_CONTROLLER));
        this.keycloak = new Keycloak(directories, ports.of(Keycloak.NAME), credentials);
        var all = new ArrayList<Component>(List.of(postgres, kafka, keycloak));
        for (ServiceModule module : ServiceModule.values()) {
            all.add(new Service(module, directories, ports, credentials, postgres, kafka, keycloak));
        }
        this.gateway = (Service) all.getLast();
        this.components = all.stream()
                .filter(component -> options.only().isEmpty() || options.only().contains(component.name()))
                .toList();
    }

    /** The stack as it is: nothing is started. */
    public static LocalStack attach(Options options) {
        return new LocalStack(options);
    }

    /**
     * Starts what is not running and returns when everything is ready.
     *
     * @throws StackException if something is in the way; what this call started is stopped again
     */
    public static LocalStack start(Options options) {
        var stack = new LocalStack(options);
        stack.startMissing();
        return stack;
    }

    public String gatewayUrl() {
        return "http://localhost:" + gateway.port();
    }

    public String keycloakUrl() {
        return keycloak.url();
    }

    /** The address of one service itself, past the gateway. */
    public String serviceUrl(String name) {
        return "http://localhost:" + options.ports().of(name);
    }

    /** The issuer that a realm of {@code deploy/keycloak} is. */
    public String issuer(String realm) {
        return keycloak.issuer(realm);
    }

    /** An access token of a demo user, or of {@code operator}. */
    public String token(String userName) {
        return new Tokens(keycloak).of(userName);
    }

    /** As {@code kill -9}. */
    public void kill(String name) {
        ManagedProcess.find(directories.pidFile(component(name).name())).ifPresent(ManagedProcess::kill);
    }

    public void stop(String name) {
        stop(component(name));
    }

    /** Starts one component, if it does not run, and returns when it is ready. */
    public void start(String name) {
        startMissing(List.of(component(name)));
    }

    public List<String> names() {
        return components.stream().map(Component::name).toList();
    }

    public List<ComponentStatus> status() {
        return components.stream()
                .map(component -> ComponentStatus.of(component, directories))
                .toList();
    }

    public Path log(String name) {
        return directories.log(component(name).name());
    }

    /** Stops everything, what needs others first. */
    @Override
    public void close() {
        components.reversed().forEach(this::stop);
    }

    /** Everything but the unpacked distributions; the stack must be down. */
    public void deleteData() {
        directories.deleteState();
    }

    private void startMissing() {
        startMissing(components);
        var runsWhole = components.contains(gateway) && components.contains(keycloak);
        if (options.demoTenants() && runsWhole) {
            options.progress().note("demo", "registering the tenants");
            new DemoTenants(gatewayUrl(), keycloak, new Tokens(keycloak)).register();
        }
    }

    private void startMissing(List<Component> wanted) {
        var toStart = wanted.stream().filter(component -> !runs(component)).toList();
        new Preflight(options.ports(), Ports::isFree, new Memory(System.getenv(), Path.of("/"))).check(toStart);
        options.ports().remember(options.base());
        var startup = new Startup(directories, options.progress());
        var onInterrupt = new Thread(startup::cancel);
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            startup.start(wanted);
        } catch (RuntimeException e) {
            startup.cancel();
            throw e;
        } finally {
            removeHook(onInterrupt);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook is at work.
        }
    }

    private boolean runs(Component component) {
        return ManagedProcess.find(directories.pidFile(component.name())).isPresent();
    }

    private void stop(Component component) {
        ManagedProcess.find(directories.pidFile(component.name()))
                .ifPresent(process -> process.stop(component.stopSignal(), PATIENCE));
    }

    private Component component(String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackException(
                        "There is no %s. There are: %s.".formatted(name, String.join(", ", names()))));
    }
}
