package io.keyholder.identity;

import io.keyholder.testing.issuer.TestIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operators' issuer, which has to be known when the application starts. */
public class OperatorIssuer implements QuarkusTestResourceLifecycleManager {
    private @Nullable TestIssuer issuer;
    private static volatile @Nullable TestIssuer running;

    static TestIssuer running() {
        return Objects.requireNonNull(running);
    }

    @Override
    public Map<String, String> start() {
        issuer = TestIssuer.start("operators");
        return Map.of("keyholder.operator.issuer", issuer.issuer());
    }

    @Override
    public void inject(Object test) {
        running = issuer;
    }

    @Override
    public void stop() {
        if (issuer != null) {
            issuer.close();
        }
    }
}
