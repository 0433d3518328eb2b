package io.keyholder.localstack;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A running stack, or what there is of it. Safe to be asked from several processes one after the other: what runs is
 * read from {@code base}, never remembered here.
 */
public final class LocalStack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Options options;
    private final Directories directories;
    private final Components components;

    private LocalStack(Options options) {
        this.options = options;
        this.directories = new Directories(options.project(), options.base());
        this.components = Components.of(options, directories);
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
        return "http://localhost:" + components.gateway().port();
    }

    public String keycloakUrl() {
        return components.keycloak().url();
    }

    /** The address of one service itself, past the gateway. */
    public String serviceUrl(String name) {
        return "http://localhost:" + options.ports().of(name);
    }

    /** Where each process shows its metrics. */
    public List<String> metricsUrls() {
        return Arrays.stream(ServiceModule.values())
                .map(module -> module.database().isPresent() ? module.moduleName() : Ports.GATEWAY_MANAGEMENT)
                .map(name -> serviceUrl(name) + "/q/metrics")
                .toList();
    }

    /** The issuer that a realm of {@code deploy/keycloak} is. */
    public String issuer(String realm) {
        return components.keycloak().issuer(realm);
    }

    /** An access token of a demo user, or of {@code operator}. */
    public String token(String userName) {
        return new PasswordGrant(keycloakUrl(), Duration.ZERO, passwords()).tokenOf(userName);
    }

    /** With which the demo's users sign in here. */
    public Passwords passwords() {
        return new Passwords(new Credentials(options.base())::operator);
    }

    /** The properties by which a Kafka client is that service's user, or {@code administrator}. */
    public Map<String, String> kafkaClientOf(String user) {
        var properties = new HashMap<>(components.kafka().clientOf(user));
        properties.put("bootstrap.servers", components.kafka().bootstrapServers());
        return properties;
    }

    /** As {@code kill -9}. */
    public void kill(String name) {
        ManagedProcess.find(directories.pidFile(components.named(name).name())).ifPresent(ManagedProcess::kill);
    }

    /** Holds all of its threads and child processes, as an overloaded host does, until {@link #thaw}. */
    public void freeze(String name) {
        signalAll(name, "STOP");
    }

    public void thaw(String name) {
        signalAll(name, "CONT");
    }

    /** Where a component keeps its data. */
    public Path data(String name) {
        return directories.data(components.named(name).name());
    }

    /** On which a component's users call it. */
    public int port(String name) {
        return components.named(name).port();
    }

    /** Whether the process of a component runs, ready or not. */
    public boolean runs(String name) {
        return runs(components.named(name));
    }

    /** Keycloak signs the operators' tokens by a new key from now on; whoever asks for its keys is given the former too. */
    public void addSigningKey() {
        signingKeys().add();
    }

    /** What the former keys have signed counts no more. */
    public void removeFormerSigningKeys() {
        signingKeys().removeFormer();
    }

    private SigningKeys signingKeys() {
        return new SigningKeys(components.keycloak().administration());
    }

    /** Deletes what a component keeps, which must not run: the next start is its first. */
    public void wipe(String name) {
        Trees.delete(directories.data(components.named(name).name()));
    }

    /** The database that a service owns; empty for whatever has none. */
    public Optional<String> databaseOf(String service) {
        return Arrays.stream(ServiceModule.values())
                .filter(module -> module.moduleName().equals(service))
                .findFirst()
                .flatMap(ServiceModule::database);
    }

    /** A connection of who may do anything, which the caller closes. */
    public Connection superuser(String database) throws SQLException {
        return components.databases().connect(database);
    }

    public void stop(String name) {
        stop(List.of(components.named(name)));
    }

    /** Starts one component, if it does not run, and returns when it is ready. */
    public void start(String name) {
        start(List.of(name));
    }

    /** Starts those of them that do not run, all at once, and returns when they are ready. */
    public void start(Collection<String> names) {
        startMissing(names.stream().map(components::named).toList(), Surroundings.USUAL, () -> {});
    }

    /** Stops a component and starts it in other surroundings, which end with that process. */
    public void restart(String name, Surroundings surroundings) {
        stop(name);
        startMissing(List.of(components.named(name)), surroundings, () -> {});
    }

    public List<String> names() {
        return components.selected().stream().map(Component::name).toList();
    }

    public List<ComponentStatus> status() {
        return components.selected().stream()
                .map(component -> ComponentStatus.of(component, directories))
                .toList();
    }

    public Path log(String name) {
        return directories.log(components.named(name).name());
    }

    /** Stops everything, what needs others first. */
    @Override
    public void close() {
        stop(components.selected());
    }

    /** Everything but the unpacked distributions; the stack must be down. */
    public void deleteData() {
        directories.deleteState();
    }

    private void startMissing() {
        startMissing(components.selected(), Surroundings.USUAL, () -> {
            if (options.demoTenants() && components.haveGatewayAndKeycloak()) {
                options.progress().note("demo", "registering the tenants");
                new DemoTenants(gatewayUrl(), keycloakUrl(), passwords()).register();
            }
        });
    }

    private void startMissing(List<Component> wanted, Surroundings surroundings, Runnable afterwards) {
        check(wanted);
        Secrecy.close(options.base());
        Secrecy.close(options.project().resolve(Directories.NAME));
        options.ports().remember(options.base());
        var startup = new Startup(directories, options.progress(), surroundings);
        var onInterrupt = new Thread(startup::cancel);
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            startup.start(wanted);
            afterwards.run();
        } catch (RuntimeException e) {
            startup.cancel();
            throw e;
        } finally {
            removeHook(onInterrupt);
        }
    }

    private void check(List<Component> wanted) {
        if (components.selected().stream().anyMatch(this::runs)
                && !options.ports().equals(Ports.of(options.base(), Map.of()))) {
            throw new StackException("The stack runs on other ports: stop it first (./keyholder down).");
        }
        var missing = wanted.stream().filter(component -> !runs(component)).toList();
        new Preflight(options.ports(), Ports::isFree, new Memory(System.getenv(), Path.of("/"))).check(missing);
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook is at work.
        }
    }

    private void signalAll(String name, String signal) {
        ManagedProcess.find(directories.pidFile(components.named(name).name()))
                .ifPresent(process -> process.signalAll(signal));
    }

    private boolean runs(Component component) {
        return Running.find(component, directories).isPresent();
    }

    private void stop(List<Component> some) {
        var running = some.stream()
                .flatMap(component -> Running.find(component, directories).stream())
                .toList();
        Running.stop(running, PATIENCE);
    }
}
