package io.keyholder.localstack.demo;

import io.keyholder.client.KeyholderProblem;
import io.keyholder.client.NoAnswerException;
import io.keyholder.localstack.DemoTenants;
import io.keyholder.localstack.LocalStack;
import io.keyholder.localstack.Options;
import io.keyholder.localstack.Passwords;
import io.keyholder.localstack.StackException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** {@code ./keyholder demo [--url URL] [--keycloak URL] [--operator-password FILE]}. */
public final class Demo {

    private static final List<String> OPTIONS = List.of("--url", "--keycloak", "--operator-password");

    private Demo() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            List<String> given = List.of(arguments);
            String url = option(given, "--url", () -> stack().gatewayUrl());
            String keycloak = option(given, "--keycloak", () -> stack().keycloakUrl());
            String file = option(given, "--operator-password", () -> "");
            play(out, url, keycloak, file.isEmpty() ? Passwords.ofEnvironment() : Passwords.in(Path.of(file)));
        } catch (StackException | UnexpectedAnswer e) {
            System.err.println("keyholder: " + e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Registers the demo's tenants where they are not registered yet, and plays the whole story.
     *
     * @throws UnexpectedAnswer at the first answer that is not what the story says
     */
    public static void play(PrintStream out, String gatewayUrl, String keycloakUrl, Passwords passwords) {
        new DemoTenants(gatewayUrl, keycloakUrl, passwords).register();
        Stage stage = new Stage(out);
        Cast cast = new Cast(gatewayUrl, new SignIn(keycloakUrl, passwords), stage);
        try {
            new Story(cast, stage).play();
        } catch (KeyholderProblem problem) {
            throw new UnexpectedAnswer("The story does not expect this answer:\n%d %s\n%s"
                    .formatted(problem.status(), problem.slug(), problem.getMessage()));
        } catch (NoAnswerException e) {
            throw new UnexpectedAnswer(gatewayUrl + " does not answer: run ./keyholder up");
        }
    }

    private static LocalStack stack() {
        return LocalStack.attach(Options.ofProject());
    }

    private static String option(List<String> arguments, String name, Supplier<String> fallback) {
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size() || !OPTIONS.contains(arguments.get(i))) {
                throw new StackException(
                        "Usage: ./keyholder demo [--url URL] [--keycloak URL] [--operator-password FILE]");
            }
            if (arguments.get(i).equals(name)) {
                return arguments.get(i + 1).replaceAll("/+$", "");
            }
        }
        return fallback.get();
    }
}
