package io.keyholder.testing.configuration;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/configuration.md}, from the sources. */
record ConfigurationPage(Poms poms, Map<SourceModule, List<Section>> sections, LocalStackPorts ports) {

    static ConfigurationPage of(Path project) {
        var poms = Poms.of(project);
        return new ConfigurationPage(poms, Section.byModule(poms.modules()), LocalStackPorts.of(project));
    }

    String markdown() {
        return Stream.of(
                        Stream.of(INTRODUCTION, required(), ownDefaults()),
                        sections.keySet().stream().map(this::module),
                        Stream.of(localStack()))
                .flatMap(parts -> parts)
                .collect(Collectors.joining("\n"));
    }

    List<Key> keys() {
        return sections.keySet().stream().flatMap(this::keys).toList();
    }

    private Stream<Key> keys(SourceModule module) {
        return sections.get(module).stream().flatMap(section -> section.keys().stream());
    }

    private String required() {
        var rows = keys().stream()
                .filter(Key::required)
                .sorted(Comparator.comparing(Key::variable))
                .map(key -> "| `%s` | %s |\n".formatted(key.variable(), readers(key)))
                .collect(Collectors.joining());
        return """
                ## What must be set

                | variable | by |
                | --- | --- |
                %s""".formatted(rows);
    }

    private String readers(Key key) {
        return sections.keySet().stream()
                .filter(module -> keys(module).anyMatch(key::equals))
                .map(this::readers)
                .collect(Collectors.joining(", "));
    }

    private String readers(SourceModule module) {
        var readers = poms.processesWith(module);
        var others = poms.processes().stream()
                .filter(process -> !readers.contains(process))
                .toList();
        if (others.isEmpty()) {
            return "all";
        }
        return others.equals(List.of("gateway")) ? "all but the gateway" : String.join(", ", readers);
    }

    private String ownDefaults() {
        var rows = poms.modules().stream()
                .flatMap(module -> module.process().stream()
                        .flatMap(process -> module.ownProperties().stringPropertyNames().stream()
                                .filter(name -> name.startsWith("keyholder."))
                                .sorted()
                                .map(name -> "| %s | `%s` | `%s` |\n"
                                        .formatted(
                                                process,
                                                name,
                                                module.ownProperties().getProperty(name)))))
                .collect(Collectors.joining());
        return """
                ## What processes set for themselves

                In place of the defaults below; a variable of the environment wins over it.

                | process | key | value |
                | --- | --- | --- |
                %s""".formatted(rows);
    }

    private String module(SourceModule module) {
        return """
                ## %s

                Read by: %s.

                %s""".formatted(
                module.path(),
                readers(module),
                sections.get(module).stream().map(ConfigurationPage::section).collect(Collectors.joining("\n")));
    }

    private static String section(Section section) {
        var rows = section.keys().stream()
                .sorted(Comparator.comparing(Key::name))
                .map(ConfigurationPage::row)
                .collect(Collectors.joining());
        var title = section.title().isEmpty() ? "" : section.title() + "\n\n";
        return title + "| variable, key | type | default | meaning |\n| --- | --- | --- | --- |\n" + rows;
    }

    private static String row(Key key) {
        return "| `%s`<br>`%s` | %s | %s | %s |\n"
                .formatted(key.variable(), key.name(), key.type(), defaultOf(key), key.meaning());
    }

    private static String defaultOf(Key key) {
        return key.defaultValue()
                .map(value -> '`' + value + '`')
                .or(() -> Optional.of("**required**").filter(word -> key.required()))
                .orElse("–");
    }

    private String localStack() {
        var ports = this.ports.byPart().entrySet().stream()
                .map(port -> "| `KEYHOLDER_%s_PORT` | `%d` | %s |\n"
                        .formatted(
                                port.getKey().toUpperCase(Locale.ROOT).replace('-', '_'),
                                port.getValue(),
                                port.getKey()))
                .collect(Collectors.joining());
        return LOCAL_STACK + ports;
    }

    private static final String INTRODUCTION = """
            <!-- Generated from the sources: mvn -pl platform/testing test -Dtest=ConfigurationPageTest -Dregenerate -->

            # Configuration

            All of it is variables of the environment. Each key has one: its name in capitals, everything but letters and digits
            replaced by `_`. A system property by the key's own name, `-Dkeyholder.http.port=9000`, does the same. A required
            variable that is missing or empty, or a value that cannot be read, ends the start with a line that names it.

            - **duration**: `500ms`, `10s`, `5m`, `30d`, or ISO 8601 such as `PT10S`.
            - **list**: separated by commas.
            - **`<NAME>`** stands for any name, its dots as `_`: `KEYHOLDER_KAFKA_CLIENT_SECURITY_PROTOCOL=SSL`.
            - What is not Keyholder's own, such as the log's level or TLS, is Quarkus' in the same way: `QUARKUS_LOG_LEVEL`,
              `QUARKUS_HTTP_SSL_CERTIFICATE_FILES`; see [its reference](https://quarkus.io/version/3.33/guides/all-config).
            """;

    private static final String LOCAL_STACK = """
            ## local-stack

            What `./keyholder` reads besides; it sets the variables above for the processes it starts. A port is remembered until
            `./keyholder reset`. `KEYHOLDER_IGNORE_MEMORY=1` skips the memory check of a start.

            | variable | default | the port of |
            | --- | --- | --- |
            """;
}
