package io.keyholder.localstack.demo;

import io.keyholder.localstack.LocalStack;
import io.keyholder.localstack.Options;
import io.keyholder.localstack.StackException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code ./keyholder demo [--url URL] [--keycloak URL]}. */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LocalStack stack = LocalStack.attach(Options.ofProject());
        try {
            List<String> given = List.of(arguments);
            String url = option(given, "--url", stack.gatewayUrl());
            String keycloak = option(given, "--keycloak", stack.keycloakUrl());
            play(out, url, keycloak);
        } catch (StackException | UnexpectedAnswer e) {
            System.err.println("keyholder: " + e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Plays the whole story.
     *
     * @throws UnexpectedAnswer at the first answer that is not what the story says
     */
    public static void play(PrintStream out, String gatewayUrl, String keycloakUrl) {
        Stage stage = new Stage(out);
        Client client = new Client(gatewayUrl, new SignIn(keycloakUrl), stage);
        new Story(client, stage).play();
    }

    private static String option(List<String> arguments, String name, String fallback) {
        if (arguments.isEmpty()) {
            return fallback;
        }
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size() || !List.of("--url", "--keycloak").contains(arguments.get(i))) {
                throw new StackException("Usage: ./keyholder demo [--url URL] [--keycloak URL]");
            }
            if (arguments.get(i).equals(name)) {
                return arguments.get(i + 1).replaceAll("/+$", "");
            }
        }
        return fallback;
    }
}
