package io.keyholder.drills;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.drills.fault.Fault;
import io.keyholder.drills.fault.Faults;
import io.keyholder.drills.history.Finding;
import io.keyholder.driver.Deployment;
import io.keyholder.driver.Tenants;
import io.keyholder.localstack.LocalStack;
import io.keyholder.localstack.Options;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short set; and that what lies is found: a checker that finds nothing proves nothing. */
class DrillsIT {
    private static final long SEED = 42;

    private static LocalStack stack;
    private static Tenants tenants;

    @BeforeAll
    static void start() {
        Options options = Options.in(Path.of("target", "stack")).withoutDemoTenants();
        LocalStack former = LocalStack.attach(options);
        former.close();
        former.deleteData();
        Runtime.getRuntime().addShutdownHook(new Thread(former::close));
        stack = LocalStack.start(options);
        tenants = new Tenants(Deployment.of(stack));
    }

    @AfterAll
    static void end() {
        tenants.close();
        stack.close();
    }

    private static List<Finding> found(Fault fault) {
        return new Drill(stack, tenants, SEED).run(fault.name(), List.of(fault)).findings();
    }

    static List<String> some() {
        return Faults.some();
    }

    @ParameterizedTest
    @MethodSource
    void some(String fault) {
        assertThat(found(Faults.byName().get(fault).get())).isEmpty();
    }

    @Test
    void shouldFindARelayThatSkips() {
        assertThat(found(new RelayThatSkips())).extracting(Finding::rule).containsOnly("not logged once");
    }

    @Test
    void shouldFindAProjectionThatLies() {
        assertThat(found(new ProjectionThatLies())).extracting(Finding::rule).contains("allowed after a revocation");
    }
}
