package io.keyholder.e2e.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keyholder.testing.issuer.TestIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * Organisations made for one test: each a tenant of its own, so that no test sees another's. They share one issuer of this
 * JVM, which tells them apart by {@code tid}. A deployment that accepts no issuer on loopback has its demo tenants alone.
 */
public final class World {

    private static final Duration WITHIN_SECONDS = Duration.ofSeconds(10);

    /** One list of each service: each must have heard of a tenant before its users can be served. */
    private static final List<String> EVERYWHERE = List.of(
            "/relationships?limit=1", "/invitations?limit=1", "/access/me", "/rooms?limit=1", "/audit/events?limit=1");

    private static final TestIssuer ISSUER = TestIssuer.start("shared");

    private final Deployment deployment = Deployment.current();
    private final Conversation conversation = new Conversation();

    /** The platform's operator. */
    public Actor operator() {
        return keycloak("operator");
    }

    /** A demo user, with Keycloak's token. */
    public Actor keycloak(String userName) {
        var signIn = new KeycloakSignIn(deployment.keycloakUrl(), userName);
        return new Actor(userName, signIn.id(), signIn::token, deployment, conversation, true);
    }

    public Organisation customer(String name) {
        return organisation(name, false);
    }

    public Organisation partner(String name) {
        return organisation(name, true);
    }

    private Organisation organisation(String name, boolean partnerEligible) {
        String domain = name.toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID() + ".example";
        Organisation organisation = register(name, domain, partnerEligible, ISSUER, true);
        organisation.awaitServed();
        return organisation;
    }

    /** Registers a tenant; its tokens may not count everywhere yet. */
    public Organisation register(
            String name, String domain, boolean partnerEligible, TestIssuer issuer, boolean shared) {
        Answer answer = operator()
                .post(
                        "/tenants",
                        Map.of(
                                "name",
                                name,
                                "domains",
                                List.of(domain),
                                "issuers",
                                List.of(Map.of("issuer", issuer.issuer(), "shared", shared)),
                                "partnerEligible",
                                partnerEligible,
                                "status",
                                "ACTIVE"));
        assumeTrue(answer.status() != 400 || deployment.stack().isPresent(), "accepts no issuer on loopback");
        assertThat(answer.is(201).text("domains[0]")).isEqualTo(domain);
        return new Organisation(this, answer.id(), name, domain, issuer);
    }

    Actor actor(String name, Organisation organisation, java.util.function.Supplier<String> token) {
        return new Actor(name + " of " + organisation.name(), name, token, deployment, conversation, true);
    }

    static void awaitServed(Actor actor) {
        EVERYWHERE.forEach(path -> Awaitility.await(path + " for " + actor.name())
                .atMost(WITHIN_SECONDS)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> actor.unaware().get(path).status() != 401));
    }
}
