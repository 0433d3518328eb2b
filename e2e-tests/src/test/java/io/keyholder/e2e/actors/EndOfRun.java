package io.keyholder.e2e.actors;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Ends the stack after the last test. Registered for all tests by {@code META-INF/services}. */
public final class EndOfRun implements BeforeAllCallback {

    private record Ending() implements AutoCloseable {

        @Override
        public void close() {
            Deployment.end();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(EndOfRun.class))
                .getOrComputeIfAbsent(Ending.class, type -> new Ending());
    }
}
