package io.keyholder.localstack.cli;

import io.keyholder.localstack.LocalStack;
import io.keyholder.localstack.Options;
import io.keyholder.localstack.StackException;
import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stops the stack and deletes its data, once somebody has said so. */
record Reset(PrintStream out, Options options) {

    void run(List<String> arguments) {
        if (!arguments.contains("--yes") && !confirmed(System.console())) {
            throw new StackException("Nothing was deleted.");
        }
        var stack = LocalStack.attach(options);
        stack.close();
        stack.deleteData();
        out.println("Everything is down and the data is gone.");
    }

    private static boolean confirmed(@Nullable Console console) {
        if (console == null) {
            throw new StackException("Deleting the data needs a yes: ./keyholder reset --yes");
        }
        return "yes".equals(console.readLine("Delete all data of the local stack? Type yes: "));
    }
}
