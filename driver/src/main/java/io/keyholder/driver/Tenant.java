package io.keyholder.driver;

import io.keyholder.client.Keyholder;
import io.keyholder.client.KeyholderProblem;
import io.keyholder.client.model.AcceptRequest;
import io.keyholder.client.model.InvitationRequest;
import io.keyholder.client.model.OfferedRooms;
import io.keyholder.client.model.PrimaryAdmin;
import io.keyholder.localstack.Await;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A tenant of this run and whoever signs in to it. */
public record Tenant(Deployment deployment, TestIssuer issuer, String id, String domain) {

    private static final Duration A_RUN = Duration.ofHours(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int IMPORTED_AT_ONCE = 10_000;

    /** A token that outlives the run. */
    public String token(String user) {
        return issuer.token(spec(user));
    }

    public String adminToken() {
        return issuer.token(spec("admin").roles("global-admin"));
    }

    /** Its Global admin at the gateway. */
    public Keyholder admin() {
        return at(deployment.gateway(), adminToken());
    }

    public Keyholder user(String name) {
        return at(deployment.gateway(), token(name));
    }

    public Keyholder at(URI server, String token) {
        return Clients.patient(server).token(token).build();
    }

    public Tenant awaitServed() {
        var admin = admin();
        Await.until("the tokens of " + domain + " count", PATIENCE, () -> isServed(admin));
        return this;
    }

    private static boolean isServed(Keyholder admin) {
        try {
            admin.access().getMyAccess();
            return true;
        } catch (KeyholderProblem notYet) {
            return false;
        }
    }

    public Tenant importRooms(int count) {
        var rooms = admin().rooms();
        for (int from = 0; from < count; from += IMPORTED_AT_ONCE) {
            rooms.importRooms(csv(from, Math.min(count, from + IMPORTED_AT_ONCE)));
        }
        return this;
    }

    /** Invites the partner to all rooms; the invitation's id. Waits while an earlier relationship still ends. */
    public UUID invite(Tenant partner) {
        var admin = admin();
        var invitation = new InvitationRequest()
                .partnerDomain(partner.domain())
                .expiresInDays(14)
                .roomScope(new OfferedRooms().type(OfferedRooms.TypeEnum.ALL))
                .termsAccepted(true);
        return Await.present(
                        "nothing stands in the way of an invitation",
                        PATIENCE,
                        () -> Clients.unless(409, () -> admin.invitations().sendInvitation(invitation)))
                .getId();
    }

    /** Invites the partner to all rooms and has its Global admin accept, naming the user Primary admin. */
    public Partnership entrust(Tenant partner, String primaryAdmin) {
        var invitation = invite(partner);
        var accepting = partner.admin();
        // The partner's side hears of an invitation a moment later.
        Await.present(
                "the invitation has arrived",
                PATIENCE,
                () -> Clients.unless(404, () -> accepting.invitations().getInvitation(invitation)));
        var accepted = accepting
                .invitations()
                .acceptInvitation(
                        invitation,
                        new AcceptRequest()
                                .addPrimaryAdminsItem(new PrimaryAdmin()
                                        .type(PrimaryAdmin.TypeEnum.USER)
                                        .id(primaryAdmin)));
        return new Partnership(
                this,
                partner,
                Objects.requireNonNull(accepted.getRelationshipId()),
                primaryAdmin,
                accepting.consistency());
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
