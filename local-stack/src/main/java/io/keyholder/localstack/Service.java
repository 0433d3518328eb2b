package io.keyholder.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of the six services, as its module's build left it. */
record Service(
        ServiceModule module,
        Directories directories,
        Ports ports,
        Credentials credentials,
        Databases databases,
        Kafka kafka,
        Keycloak keycloak)
        implements Component {

    @Override
    public String name() {
        return module.moduleName();
    }

    @Override
    public int port() {
        return ports.of(name());
    }

    @Override
    public Set<String> needs() {
        return module.database().isPresent() ? Set.of(Postgres.NAME, Kafka.NAME) : Set.of(Kafka.NAME);
    }

    @Override
    public int memoryInMiB() {
        return 250;
    }

    @Override
    public void prepare(Progress progress) {
        var built = directories.serviceJar(name());
        if (Files.notExists(built)) {
            throw new StackException(name() + " is not built: run ./keyholder up, which builds it.");
        }
        // A build while it runs would pull the classes from under it.
        Trees.link(built.resolveSibling(""), snapshot());
    }

    @Override
    public Launch launch() {
        return Launch.java(
                List.of(
                        "-Xmx256m",
                        "-XX:MetaspaceSize=96m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        jar().toString()),
                environment());
    }

    @Override
    public boolean isReady() {
        return Http.status(url() + "/q/health/ready") == 200;
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("KEYHOLDER_HTTP_HOST", "127.0.0.1");
        environment.put("KEYHOLDER_HTTP_PORT", Integer.toString(port()));
        environment.putAll(kafka.environmentFor(name()));
        environment.put("KEYHOLDER_OPERATOR_ISSUER", keycloak.issuer(DemoUser.OPERATORS));
        environment.put("KEYHOLDER_IDENTITY_ALLOW_LOOPBACK_ISSUERS", "true");
        environment.put("KEYHOLDER_CONSISTENCY_SECRET", credentials.consistencySecret());
        module.database()
                .ifPresentOrElse(
                        database -> {
                            environment.putAll(databases.environmentFor(database));
                            environment.put("KEYHOLDER_SIGNING_SECRET", credentials.signingSecret(name()));
                            environment.put("KEYHOLDER_OUTBOX_MAKE_LOST_TOPICS", "true");
                        },
                        () -> {
                            environment.putAll(routes());
                            environment.put("KEYHOLDER_GATEWAY_DOCS_SIGN_IN", signIn());
                            environment.put("KEYHOLDER_GATEWAY_CORS_ORIGINS", "http://localhost:*");
                            environment.put("KEYHOLDER_MANAGEMENT_HOST", "127.0.0.1");
                            environment.put(
                                    "KEYHOLDER_MANAGEMENT_PORT", Integer.toString(ports.of(Ports.GATEWAY_MANAGEMENT)));
                        });
        return environment;
    }

    private Map<String, String> routes() {
        return ServiceModule.behindTheGateway().stream()
                .collect(Collectors.toMap(
                        ServiceModule::routeVariable, service -> "http://127.0.0.1:" + ports.of(service.moduleName())));
    }

    private String signIn() {
        return Stream.concat(DemoTenant.ALL.stream().map(DemoTenant::realm), Stream.of(DemoUser.OPERATORS))
                .map(keycloak::issuer)
                .collect(Collectors.joining(","));
    }

    private Path jar() {
        var own = snapshot().resolve("quarkus-run.jar");
        return Files.exists(own) ? own : directories.serviceJar(name());
    }

    private Path snapshot() {
        return directories.app(name());
    }
}
