package io.keyholder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keycloak with a realm for each demo tenant and one for the operators; a realm that is there is left as it is. */
record Keycloak(Directories directories, int port, int gatewayPort, Credentials credentials) implements Component {

    static final String NAME = "keycloak";

    static final String ADMINISTRATOR = "admin";

    /** What differs from one stack to another; the rest of the distribution is shared. */
    private static final Set<String> OWN = Set.of("data");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public int memoryInMiB() {
        return 650;
    }

    @Override
    public void prepare(Progress progress) {
        var distribution = KeycloakDistribution.ready(directories, progress);
        if (Files.notExists(initialised())) {
            // What an interrupted first start left may be half a schema.
            Trees.delete(home());
        }
        var imports = Directories.create(home().resolve("data/import"));
        try {
            link(distribution);
            for (Path realm : realmFiles()) {
                Files.copy(realm, imports.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Launch launch() {
        var options = new ArrayList<>(KeycloakDistribution.javaOptions(home()));
        options.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                // Fixed, so that a token's issuer is the same by whichever name of this machine it was asked for.
                "--hostname=" + url()));
        return Launch.java(
                options,
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMINISTRATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        credentials.keycloakAdministrator(),
                        // The realms name these.
                        Passwords.OPERATOR_VARIABLE,
                        credentials.operator(),
                        "KEYHOLDER_GATEWAY_PORT",
                        Integer.toString(gatewayPort)));
    }

    @Override
    public boolean isReady() {
        return Http.status(issuer(DemoUser.OPERATORS) + "/.well-known/openid-configuration") == 200;
    }

    @Override
    public void provision() {
        new OperatorPassword(administration(), credentials.operator()).set();
        try {
            Files.writeString(initialised(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KeycloakAdministration administration() {
        return new KeycloakAdministration(url(), credentials);
    }

    String url() {
        return "http://localhost:" + port;
    }

    String issuer(String realm) {
        return url() + "/realms/" + realm;
    }

    private Path home() {
        return directories.data(NAME);
    }

    private Path initialised() {
        return home().resolve("initialised");
    }

    private List<Path> realmFiles() throws IOException {
        try (var files = Files.newDirectoryStream(directories.realms(), "*.json")) {
            var realms = new ArrayList<Path>();
            files.forEach(realms::add);
            return realms;
        }
    }

    /** A home of links: the server finds its programs in the shared distribution and its data here. */
    private void link(Path distribution) throws IOException {
        try (var entries = Files.newDirectoryStream(distribution)) {
            for (Path entry : entries) {
                var link = home().resolve(entry.getFileName());
                if (!OWN.contains(entry.getFileName().toString())) {
                    Files.deleteIfExists(link);
                    Files.createSymbolicLink(link, entry);
                }
            }
        }
    }
}
