package io.keyholder.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Registers the demo's tenants as an operator would, and waits until each one's tokens count. */
public record DemoTenants(String gatewayUrl, String keycloakUrl, Passwords passwords) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Tenants that are registered already are left as they are. */
    public void register() {
        for (DemoTenant tenant : DemoTenant.ALL) {
            until(tenant, "registered", () -> {
                var answer = post(tenant);
                // 409: it was registered by an earlier start.
                return answer.status() == 409 ? new Http.Answer(201, "") : answer;
            });
        }
        DemoTenant.ALL.forEach(tenant -> until(tenant, "accepted by the gateway", () -> accessOfOneUser(tenant)));
    }

    private static void until(DemoTenant tenant, String state, Supplier<Http.Answer> attempt) {
        var answer = Await.within(PATIENCE, attempt, DemoTenants::isDone);
        if (!isDone(answer)) {
            throw new StackException(
                    "The demo tenant %s is not %s; the last answer was: %s. (Did Keycloak's port change? ./keyholder reset starts anew.)"
                            .formatted(tenant.name(), state, answer));
        }
    }

    private static boolean isDone(Http.Answer answer) {
        return answer.status() / 100 == 2;
    }

    private Http.Answer post(DemoTenant tenant) {
        return Http.send(request("/v1/tenants", "operator")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(tenant))));
    }

    private Http.Answer accessOfOneUser(DemoTenant tenant) {
        var user = DemoUser.ALL.stream()
                .filter(candidate -> candidate.realm().equals(tenant.realm()))
                .findFirst()
                .orElseThrow();
        return Http.send(request("/v1/access/me", user.name()).GET());
    }

    private HttpRequest.Builder request(String path, String userName) {
        return HttpRequest.newBuilder(URI.create(gatewayUrl + path))
                .header(
                        "Authorization",
                        "Bearer " + new PasswordGrant(keycloakUrl, PATIENCE, passwords).tokenOf(userName));
    }

    private String body(DemoTenant tenant) {
        try {
            return JSON.writeValueAsString(Map.of(
                    "name", tenant.name(),
                    "domains", List.of(tenant.domain()),
                    "issuers", List.of(Map.of("issuer", issuer(tenant.realm()))),
                    "partnerEligible", tenant.partnerEligible(),
                    "status", "ACTIVE"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Keycloak calls itself, which need not be the address it was asked at. */
    private String issuer(String realm) throws JsonProcessingException {
        var address = URI.create(keycloakUrl + "/realms/" + realm + "/.well-known/openid-configuration");
        var answer = Http.send(HttpRequest.newBuilder(address).GET(), PATIENCE);
        if (answer.status() != 200) {
            throw new StackException("Keycloak has no realm %s: %s".formatted(realm, answer));
        }
        return JSON.readTree(answer.body()).path("issuer").asText();
    }
}
