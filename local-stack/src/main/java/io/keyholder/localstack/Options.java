package io.keyholder.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which stack to start.
 *
 * @param project the root of the checkout
 * @param base where data, logs and process ids are kept
 * @param only the components to start, by name; all if empty
 * @param demoTenants whether to register the demo's tenants once the gateway is ready
 */
public record Options(Path project, Path base, Ports ports, Set<String> only, boolean demoTenants, Progress progress) {

    /** Names the checkout where the working directory is not inside it. */
    public static final String HOME_PROPERTY = "keyholder.home";

    public Options {
        only = Set.copyOf(only);
    }

    /** The stack of this checkout, as {@code ./keyholder up} starts it. */
    public static Options ofProject() {
        var project = findProject();
        var base = project.resolve(Directories.NAME);
        return new Options(project, base, Ports.of(base, System.getenv()), Set.of(), true, Progress.silent());
    }

    /** A stack beside the usual one: its data in {@code base}, on ports that are free now. */
    public static Options in(Path base) {
        return new Options(findProject(), base.toAbsolutePath(), Ports.free(), Set.of(), true, Progress.silent());
    }

    public Options only(String... names) {
        return new Options(project, base, ports, Set.of(names), demoTenants, progress);
    }

    public Options withoutDemoTenants() {
        return new Options(project, base, ports, only, false, progress);
    }

    public Options reportingTo(Progress listener) {
        return new Options(project, base, ports, only, demoTenants, listener);
    }

    private static Path findProject() {
        var start = Path.of(
                        Optional.ofNullable(System.getProperty(HOME_PROPERTY)).orElse(""))
                .toAbsolutePath();
        return Stream.iterate(start, path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path.resolve("local-stack/pom.xml")))
                .findFirst()
                .orElseThrow(() -> new StackException("This is not a checkout of Keyholder: " + start));
    }
}
