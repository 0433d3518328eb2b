package io.keyholder.driver;

import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A tenant of this run and whoever signs in to it. */
public record Tenant(Deployment deployment, TestIssuer issuer, String id, String domain) {

    private static final Duration A_RUN = Duration.ofHours(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int IMPORTED_AT_ONCE = 10_000;
    private static final List<String> ONE_OF_EACH_SERVICE =
            List.of("/relationships?limit=1", "/invitations?limit=1", "/access/me", "/rooms?limit=1");

    /** A token that outlives the run. */
    public String token(String user) {
        return issuer.token(spec(user));
    }

    public String adminToken() {
        return issuer.token(spec("admin").roles("global-admin"));
    }

    /** Its Global admin at the gateway. */
    public Caller admin() {
        return at(deployment.gateway(), adminToken());
    }

    public Caller user(String name) {
        return at(deployment.gateway(), token(name));
    }

    public Caller at(URI server, String token) {
        return new Caller(server, () -> token);
    }

    public Tenant awaitServed() {
        var admin = admin();
        Await.until(
                "the tokens of " + domain + " count",
                PATIENCE,
                () -> admin.get("/access/me").status() == 200);
        return this;
    }

    public Tenant importRooms(int count) {
        var admin = admin();
        for (int from = 0; from < count; from += IMPORTED_AT_ONCE) {
            admin.postCsv("/rooms/import", csv(from, Math.min(count, from + IMPORTED_AT_ONCE)))
                    .is(201);
        }
        return this;
    }

    /** Invites the partner to all rooms; the invitation's id. Waits while an earlier relationship still ends. */
    public String invite(Tenant partner) {
        var admin = admin();
        var invitation = Map.of(
                "partnerDomain",
                partner.domain(),
                "expiresInDays",
                14,
                "roomScope",
                Map.of("type", "ALL"),
                "termsAccepted",
                true);
        return Await.first(
                        "nothing stands in the way of an invitation",
                        PATIENCE,
                        () -> admin.post("/invitations", invitation),
                        answer -> answer.status() != 409)
                .is(201)
                .id();
    }

    /** Invites the partner to all rooms and has its Global admin accept, naming the user Primary admin. */
    public Relationship entrust(Tenant partner, String primaryAdmin) {
        var invitation = invite(partner);
        var accepting = partner.admin();
        // The partner's side hears of an invitation a moment later.
        Await.until(
                "the invitation has arrived",
                PATIENCE,
                () -> accepting.get("/invitations/" + invitation).status() == 200);
        var id = accepting
                .post("/invitations/" + invitation + "/accept", acceptance(primaryAdmin))
                .is(200)
                .json()
                .path("relationshipId")
                .asText();
        return new Relationship(this, partner, id, primaryAdmin, accepting.consistency());
    }

    public static Map<String, Object> acceptance(String primaryAdmin) {
        return Map.of("primaryAdmins", List.of(Map.of("type", "USER", "id", primaryAdmin)));
    }

    private TokenSpec spec(String user) {
        return TokenSpec.of(user).tenant(id).expiresAt(Instant.now().plus(A_RUN));
    }

    private static String csv(int from, int to) {
        var csv = new StringBuilder("name,country,state,city,building,floor,capacity\n");
        for (int i = from; i < to; i++) {
            csv.append("Room %06d,%s,,,Main,%d,%d\n".formatted(i, i % 3 == 0 ? "DE" : "US", i % 9, 4 + i % 16));
        }
        return csv.toString();
    }
}
