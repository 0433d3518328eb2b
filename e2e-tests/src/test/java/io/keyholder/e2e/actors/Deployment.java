package io.keyholder.e2e.actors;

import io.keyholder.localstack.LocalStack;
import io.keyholder.localstack.Options;
import io.keyholder.localstack.Passwords;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is tested: the deployment that {@code -Dkeyholder.url} and {@code -Dkeyholder.keycloak} name, or else a stack of
 * this machine, which is started when first asked for and ends with the run.
 */
public final class Deployment {

    private static final String URL = System.getProperty("keyholder.url", "");
    private static final String KEYCLOAK = System.getProperty("keyholder.keycloak", "");

    private static Optional<Deployment> current = Optional.empty();
    private static Optional<RuntimeException> failure = Optional.empty();

    private final String gatewayUrl;
    private final String keycloakUrl;
    private final Optional<LocalStack> stack;

    private Deployment(String gatewayUrl, String keycloakUrl, Optional<LocalStack> stack) {
        this.gatewayUrl = gatewayUrl.replaceAll("/+$", "");
        this.keycloakUrl = keycloakUrl.replaceAll("/+$", "");
        this.stack = stack;
    }

    /** The one of this JVM. A start that has failed is not tried again for each test. */
    public static synchronized Deployment current() {
        failure.ifPresent(reason -> {
            throw reason;
        });
        if (current.isEmpty()) {
            try {
                current =
                        Optional.of(URL.isEmpty() ? ofThisMachine() : new Deployment(URL, KEYCLOAK, Optional.empty()));
            } catch (RuntimeException e) {
                failure = Optional.of(e);
                throw e;
            }
        }
        return current.get();
    }

    /** Ends the stack, if this run has started one. */
    static synchronized void end() {
        current.flatMap(Deployment::stack).ifPresent(LocalStack::close);
        current = Optional.empty();
    }

    public String gatewayUrl() {
        return gatewayUrl;
    }

    public String keycloakUrl() {
        return keycloakUrl;
    }

    /** With which the demo's users sign in. Of a deployment by its URL, the environment names the operator's. */
    public Passwords passwords() {
        return stack.map(LocalStack::passwords).orElseGet(Passwords::ofEnvironment);
    }

    /** Its processes, where they are ours to kill. */
    public Optional<LocalStack> stack() {
        return stack;
    }

    /** Everything down, and up again with the same data and ports. */
    public void restart() {
        stack.orElseThrow().close();
        LocalStack.start(OPTIONS);
    }

    private static final Options OPTIONS = Options.in(Path.of("target", "stack"));

    private static Deployment ofThisMachine() {
        LocalStack former = LocalStack.attach(OPTIONS);
        former.close();
        former.deleteData();
        Runtime.getRuntime().addShutdownHook(new Thread(Deployment::end));
        LocalStack stack = LocalStack.start(OPTIONS);
        return new Deployment(stack.gatewayUrl(), stack.keycloakUrl(), Optional.of(stack));
    }
}
