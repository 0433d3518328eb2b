package io.keyholder.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.client.Keyholder;
import io.keyholder.client.KeyholderProblem;
import io.keyholder.client.NoAnswerException;
import io.keyholder.client.model.TenantIssuer;
import io.keyholder.client.model.TenantRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Registers the demo's tenants as an operator would, and waits until each one's tokens count. */
public record DemoTenants(String gatewayUrl, String keycloakUrl, Passwords passwords) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONFLICT = 409;

    /** Tenants that are registered already are left as they are. */
    public void register() {
        for (DemoTenant tenant : DemoTenant.ALL) {
            until(tenant, "registered", () -> register(tenant));
        }
        DemoTenant.ALL.forEach(tenant -> until(tenant, "accepted by the gateway", () -> accessOfOneUser(tenant)));
    }

    /** @param attempt gives why it is not so yet; empty: it is */
    private static void until(DemoTenant tenant, String state, Supplier<Optional<RuntimeException>> attempt) {
        Await.within(PATIENCE, attempt, Optional::isEmpty).ifPresent(last -> {
            throw new StackException(
                    "The demo tenant %s is not %s; the last answer was: %s. (Did Keycloak's port change? ./keyholder reset starts anew.)"
                            .formatted(tenant.name(), state, last.getMessage()));
        });
    }

    private Optional<RuntimeException> register(DemoTenant tenant) {
        TenantRequest request = new TenantRequest()
                .name(tenant.name())
                .addDomainsItem(tenant.domain())
                .addIssuersItem(new TenantIssuer().issuer(issuer(tenant.realm())))
                .partnerEligible(tenant.partnerEligible())
                .status(TenantRequest.StatusEnum.ACTIVE);
        return failure(() -> as("operator").tenants().registerTenant(request))
                // It was registered by an earlier start.
                .filter(failure -> !(failure instanceof KeyholderProblem problem && problem.status() == CONFLICT));
    }

    private Optional<RuntimeException> accessOfOneUser(DemoTenant tenant) {
        DemoUser user = DemoUser.ALL.stream()
                .filter(candidate -> candidate.realm().equals(tenant.realm()))
                .findFirst()
                .orElseThrow();
        return failure(() -> as(user.name()).access().getMyAccess());
    }

    private static Optional<RuntimeException> failure(Supplier<?> request) {
        try {
            var unused = request.get();
            return Optional.empty();
        } catch (KeyholderProblem | NoAnswerException e) {
            return Optional.of(e);
        }
    }

    private Keyholder as(String userName) {
        return Keyholder.at(URI.create(gatewayUrl))
                .token(() -> new PasswordGrant(keycloakUrl, PATIENCE, passwords).tokenOf(userName))
                .build();
    }

    /** As Keycloak calls itself, which need not be the address it was asked at. */
    private String issuer(String realm) {
        var address = URI.create(keycloakUrl + "/realms/" + realm + "/.well-known/openid-configuration");
        var answer = Http.send(HttpRequest.newBuilder(address).GET(), PATIENCE);
        if (answer.status() != 200) {
            throw new StackException("Keycloak has no realm %s: %s".formatted(realm, answer));
        }
        try {
            return JSON.readTree(answer.body()).path("issuer").asText();
        } catch (JsonProcessingException e) {
            throw new StackException("Keycloak's answer is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
