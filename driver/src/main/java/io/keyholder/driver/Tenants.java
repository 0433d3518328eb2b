package io.keyholder.driver;

import io.keyholder.client.model.TenantIssuer;
import io.keyholder.client.model.TenantRequest;
import io.keyholder.testing.issuer.TestIssuer;
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
        var operator = Clients.patient(deployment.gateway())
                .token(deployment.operatorToken())
                .build();
        var registered = operator.tenants()
                .registerTenant(new TenantRequest()
                        .name(name)
                        .addDomainsItem(domain)
                        .addIssuersItem(
                                new TenantIssuer().issuer(issuer.issuer()).shared(true))
                        .partnerEligible(true));
        return new Tenant(deployment, issuer, registered.getId().toString(), domain);
    }

    @Override
    public void close() {
        issuer.close();
    }
}
