package io.keyholder.localstack;

import java.util.List;

/** A tenant of the demo: its realm is its only issuer, and {@code <realm>.example} its only domain. */
record DemoTenant(String name, String realm, boolean partnerEligible) {

    static final List<DemoTenant> ALL = List.of(
            new DemoTenant("Aurora", "aurora", false),
            new DemoTenant("Borealis", "borealis", false),
            new DemoTenant("Meridian", "meridian", true),
            new DemoTenant("Solstice", "solstice", true));

    String domain() {
        return realm + ".example";
    }
}
