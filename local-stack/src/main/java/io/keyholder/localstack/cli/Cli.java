package io.keyholder.localstack.cli;

import io.keyholder.localstack.DemoUser;
import io.keyholder.localstack.LocalStack;
import io.keyholder.localstack.Options;
import io.keyholder.localstack.StackException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;

/** The commands that need the stack; the {@code keyholder} script finds the JDK, builds, and calls this. */
public final class Cli {

    private final PrintStream out;
    private final Options options;

    private Cli(PrintStream out, Options options) {
        this.out = out;
        this.options = options;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            var cli = new Cli(out, Options.ofProject().reportingTo(new ConsoleProgress(out)));
            cli.run(arguments[0], List.of(arguments).subList(1, arguments.length));
        } catch (CancellationException e) {
            System.err.println("keyholder: interrupted; what this command started is stopped.");
        } catch (StackException e) {
            System.err.println("keyholder: " + e.getMessage());
            System.exit(1);
        } catch (UncheckedIOException e) {
            System.err.println("keyholder: " + e.getCause());
            System.exit(1);
        }
    }

    private void run(String command, List<String> arguments) {
        switch (command) {
            case "up" -> alone(() -> up(arguments));
            case "down" -> alone(() -> down(arguments));
            case "restart" -> alone(() -> restart(only(arguments, "restart NAME")));
            case "reset" -> alone(() -> new Reset(out, options).run(arguments));
            case "status" -> new StatusTable(out).print(stack().status());
            case "token" -> out.println(stack().token(only(arguments, "token NAME")));
            case "users" -> users();
            default -> throw new StackException("There is no command %s: see ./keyholder help.".formatted(command));
        }
    }

    private void up(List<String> arguments) {
        long begin = System.nanoTime();
        var demo = !arguments.contains("--no-demo");
        var stack = LocalStack.start(demo ? options : options.withoutDemoTenants());
        new Welcome(out).print(stack, demo, (System.nanoTime() - begin) / 1_000_000_000);
    }

    private void down(List<String> names) {
        if (names.isEmpty()) {
            stack().close();
            out.println("Everything is down; the data is kept in .keyholder (./keyholder reset deletes it).");
        } else {
            names.forEach(stack()::stop);
        }
    }

    private void restart(String name) {
        stack().stop(name);
        stack().start(name);
    }

    private void users() {
        out.printf("%-8s %-10s %-15s %-18s %s%n", "NAME", "TENANT", "GROUPS", "ROLES", "WHAT FOR");
        for (DemoUser user : DemoUser.ALL) {
            out.printf(
                    "%-8s %-10s %-15s %-18s %s%n",
                    user.name(),
                    user.realm(),
                    String.join(" ", user.groups()),
                    String.join(" ", user.roles()),
                    user.purpose());
        }
        out.printf(
                "%nThey have the password %s, but oscar:%n%s%n",
                DemoUser.PASSWORD, stack().passwords().of("oscar"));
    }

    private void alone(Runnable action) {
        new CommandLock(options.base()).whileHeld(action);
    }

    private LocalStack stack() {
        return LocalStack.attach(options);
    }

    private static String only(List<String> arguments, String usage) {
        if (arguments.size() != 1) {
            throw new StackException("Usage: ./keyholder " + usage);
        }
        return arguments.getFirst();
    }
}
