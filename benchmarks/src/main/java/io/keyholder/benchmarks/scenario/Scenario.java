package io.keyholder.benchmarks.scenario;

import io.keyholder.driver.Deployment;
import io.keyholder.driver.Tenants;

/** One thing that is measured. */
public interface Scenario {

    /** What it is called by on the command line. */
    String name();

    void run(Deployment deployment, Tenants tenants, Report report);
}
