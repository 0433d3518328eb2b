package io.keyholder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own root is nobody, yet owns its files; where those
 * are forbidden, as in most containers, it runs as nobody outright.
 */
final class Unprivileged {

    private static final String NOBODY = "nobody";

    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final List<String> OTHER_USER =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=65534", "--clear-groups");

    private Unprivileged() {}

    /** What to put before a command line, so that it does not run as root. */
    static List<String> prefix(Path programs) {
        if (!isRoot()) {
            return List.of();
        }
        if (canNamespace()) {
            return NAMESPACE;
        }
        if (succeeds(OTHER_USER, "test", "-x", programs.resolve("bin/postgres").toString())) {
            return OTHER_USER;
        }
        throw new StackException(
                "PostgreSQL does not run as root, and user nobody cannot reach %s: run ./keyholder".formatted(programs)
                        + " as another user, or from a directory that everybody may enter.");
    }

    /** Hands a file over to whoever will run the command. */
    static void give(Path file) {
        if (!isSomebodyElse()) {
            return;
        }
        try {
            var lookup = file.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(file, lookup.lookupPrincipalByName(NOBODY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether PostgreSQL runs as another user than we do. */
    static boolean isSomebodyElse() {
        return isRoot() && !canNamespace();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean canNamespace() {
        return succeeds(NAMESPACE, "true");
    }

    private static boolean succeeds(List<String> prefix, String... command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        return Executables.succeeds(whole);
    }
}
