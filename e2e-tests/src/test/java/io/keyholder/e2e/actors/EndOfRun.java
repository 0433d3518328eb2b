package io.keyholder.e2e.actors;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Ends the stack after the last test, whichever engine ran it. Registered by {@code META-INF/services}. */
public final class EndOfRun implements TestExecutionListener {

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Deployment.end();
    }
}
