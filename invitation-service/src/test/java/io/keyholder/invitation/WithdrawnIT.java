package io.keyholder.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.TenantState;
import io.keyholder.invitation.Scene.Org;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An offer takes effect when it is accepted, so what it rests on must hold then. */
@QuarkusTest
class WithdrawnIT extends InAScene {
    private static final Duration SOON = Duration.ofSeconds(20);

    private Heard heard;
    private String path;

    @BeforeEach
    void invite() {
        heard = new Heard(kafka);
        path = scene.invited(aurora, meridian);
    }

    /** What can be gone by then. */
    enum Gone {
        ELIGIBILITY,
        DOMAIN,
        DOMAIN_TO_ANOTHER,
        CUSTOMER
    }

    /** Takes it away, and returns once the service has heard of it. */
    private void take(Gone gone) {
        switch (gone) {
            case ELIGIBILITY -> {
                scene.register(meridian, false, TenantState.Status.ACTIVE);
                awaitUnavailable(aurora, meridian);
            }
            case DOMAIN -> withoutDomain();
            case DOMAIN_TO_ANOTHER -> {
                withoutDomain();
                Org heir = new Org(UUID.randomUUID(), "Heir", meridian.domain());
                scene.register(heir, true, TenantState.Status.ACTIVE);
                await().atMost(SOON)
                        .until(() -> scene.admin(heir).get("/v1/invitations").statusCode() == 200);
            }
            case CUSTOMER -> {
                scene.register(aurora, true, TenantState.Status.SUSPENDED);
                awaitUnavailable(meridian, aurora);
            }
        }
    }

    private void withoutDomain() {
        scene.register(meridian, List.of("other-" + meridian.id() + ".example"), true, TenantState.Status.ACTIVE);
        awaitUnavailable(aurora, meridian);
    }

    private void awaitUnavailable(Org customer, Org partner) {
        await().atMost(SOON)
                .until(() -> "/problems/partner-not-available"
                        .equals(scene.invite(customer, partner).<String>path("type")));
    }

    @ParameterizedTest
    @EnumSource(Gone.class)
    void shouldRefuseTheAcceptanceAndEndTheInvitation(Gone gone) {
        take(gone);

        scene.accept(meridian, path)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invitation-not-pending"))
                .body("detail", equalTo("The invitation is CANCELLED, not PENDING."))
                .body("instance", equalTo(path + "/accept"));

        scene.admin(meridian)
                .get(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("decidedBy.userId", equalTo("system"))
                .body("$", not(hasKey("relationshipId")));
        scene.admin(meridian)
                .get("/v1/invitations?customerId=" + aurora.id())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void shouldTellTheOtherServicesAndStandInBothLogs() {
        take(Gone.ELIGIBILITY);

        scene.accept(meridian, path).then().statusCode(409);

        UUID id = Scene.idOf(path);
        await().until(() -> heard.of(id).size() == 2);
        assertThat(heard.of(id).getLast().type()).isEqualTo("invitation.cancelled.v1");
        assertThat(heard.of(id).getLast().actor()).isNull();
        assertThat(heard.stateOf(id).status()).isEqualTo(InvitationState.Status.CANCELLED);
        await().until(() -> logged(aurora).contains("Update Successful system null")
                && logged(aurora).contains("Update Failed ada invitation-not-pending")
                && logged(meridian).contains("Update Successful system null"));
        scene.admin(aurora)
                .get(path)
                .then()
                .body("decidedBy.userId", equalTo("system"))
                .body("$", not(hasKey("partner")));
    }

    private List<String> logged(Org org) {
        return heard.logOf(org.id()).stream()
                .filter(entry -> Scene.idOf(path).toString().equals(entry.objectId()))
                .map(WithdrawnIT::line)
                .toList();
    }

    private static String line(AuditEntry entry) {
        return "%s %s %s %s"
                .formatted(entry.operation().exported(), entry.result().exported(), entry.userId(), entry.reason());
    }

    @Test
    void shouldGiveTheRefusalAgainForTheSameKey() {
        take(Gone.ELIGIBILITY);
        Function<String, Response> accept = key -> Scene.post(
                scene.admin(meridian).header("Idempotency-Key", key), path + "/accept", Scene.admins("paula"));

        Response first = accept.apply("k");
        scene.register(meridian, true, TenantState.Status.ACTIVE);
        Response again = accept.apply("k");

        first.then().statusCode(409);
        again.then().statusCode(409).contentType("application/problem+json");
        assertThat(again.asString()).isEqualTo(first.asString());
        accept.apply("other").then().statusCode(409).body("type", equalTo("/problems/invitation-not-pending"));
    }

    @Test
    void shouldGoOnWhereWhatWasGoneCameBackBeforeAnybodyAccepted() {
        take(Gone.ELIGIBILITY);
        scene.register(meridian, true, TenantState.Status.ACTIVE);
        await().atMost(SOON)
                .until(() -> "/problems/invitation-exists"
                        .equals(scene.invite(aurora, meridian).<String>path("type")));

        scene.accept(meridian, path).then().statusCode(200);
    }

    @Test
    void shouldLetTheCustomerInviteTheNewOwnerOfTheDomain() {
        take(Gone.DOMAIN_TO_ANOTHER);
        scene.accept(meridian, path).then().statusCode(409);

        scene.invite(aurora, meridian).then().statusCode(201);
    }

    @Test
    void shouldStillBeDeniedByWhoLostTheDomain() {
        take(Gone.DOMAIN);

        Scene.post(scene.admin(meridian), path + "/deny", "{}")
                .then()
                .statusCode(200)
                .body("status", equalTo("DENIED"));
    }
}
