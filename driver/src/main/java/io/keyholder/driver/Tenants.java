package io.keyholder.driver;

import io.keyholder.testing.issuer.TestIssuer;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tenants of this run: all sign in at one issuer of this process, which tells them apart by {@code tid}. */
public final class Tenants implements AutoCloseable {

    private final Deployment deployment;
    private final TestIssuer issuer = TestIssuer.start("benchmarks");
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    public Tenants(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Registered; its tokens count once {@link Tenant#awaitServed()} returns. */
    public Tenant register(String name) {
        var domain = "%s-%s.example".formatted(name, run);
        var operator = new Caller(deployment.gateway(), deployment.operatorToken());
        var id = operator.post(
                        "/tenants",
                        Map.of(
                                "name",
                                name,
                                "domains",
                                List.of(domain),
                                "issuers",
                                List.of(Map.of("issuer", issuer.issuer(), "shared", true)),
                                "partnerEligible",
                                true))
                .is(201)
                .id();
        return new Tenant(deployment, issuer, id, domain);
    }

    @Override
    public void close() {
        issuer.close();
    }
}
