package io.keyholder.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * With which the demo's users sign in. The tenants' users all have the same; the operator has one that was made at random: whoever
 * knows it can register tenants, and sign-ins for those that are there.
 *
 * @param operator finds the operator's
 */
public record Passwords(Supplier<String> operator) {

    /** Names the operator's, for a deployment that is not the local stack. */
    public static final String OPERATOR_VARIABLE = "KEYHOLDER_OPERATOR_PASSWORD";

    /** What the environment says, else those of this checkout's stack. */
    public static Passwords ofEnvironment() {
        return new Passwords(() -> Optional.ofNullable(System.getenv(OPERATOR_VARIABLE))
                .filter(password -> !password.isEmpty())
                .orElseGet(
                        () -> LocalStack.attach(Options.ofProject()).passwords().of("oscar")));
    }

    /** The operator's stands in a file. */
    public static Passwords in(Path file) {
        return new Passwords(() -> {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new StackException("The operator's password cannot be read: " + e.getMessage(), e);
            }
        });
    }

    /** @param userName of a demo user */
    public String of(String userName) {
        return DemoUser.find(userName)
                .filter(user -> user.realm().equals(DemoUser.OPERATORS))
                .map(user -> operator.get())
                .orElse(DemoUser.PASSWORD);
    }
}
