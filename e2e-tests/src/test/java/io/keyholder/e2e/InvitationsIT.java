package io.keyholder.e2e;

import static io.keyholder.e2e.actors.Bodies.all;
import static io.keyholder.e2e.actors.Bodies.group;
import static io.keyholder.e2e.actors.Bodies.invitation;
import static io.keyholder.e2e.actors.Bodies.primaryAdmins;
import static io.keyholder.e2e.actors.Bodies.roomGroups;
import static io.keyholder.e2e.actors.Bodies.rooms;
import static io.keyholder.e2e.actors.Bodies.user;
import static io.keyholder.e2e.actors.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.AtOnce;
import io.keyholder.e2e.actors.Missing;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.Partnership;
import io.keyholder.e2e.actors.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationsIT {

    private World world;
    private Organisation customer;
    private Organisation partner;
    private Actor admin;
    private Actor partnerAdmin;
    private Actor paul;

    @BeforeEach
    void twoOrganisations() {
        world = new World();
        customer = world.customer("Aurora");
        partner = world.partner("Meridian");
        admin = customer.globalAdmin();
        partnerAdmin = partner.globalAdmin();
        paul = partner.user("paul");
    }

    private Map<String, Object> offer() {
        return invitation(partner.domain(), all());
    }

    private String invited() {
        return admin.post("/invitations", offer()).is(201).id();
    }

    private Answer accept(String id, Actor by) {
        return by.post("/invitations/" + id + "/accept", primaryAdmins(user(paul)));
    }

    @Nested
    class Sending {

        @ParameterizedTest
        @CsvSource({
            "expiresInDays, 0",
            "expiresInDays, 31",
            "expiresInDays, 1.5",
            "expiresInDays, soon",
            "expiresInDays,",
            "termsAccepted, false",
            "termsAccepted,",
            "partnerDomain,",
            "partnerDomain, ''",
            "partnerDomain, no domain",
            "roomScope,",
            "roomScope, ALL",
            "approvals, MANUAL",
            "colour, red"
        })
        void shouldRefuseWhatIsNotAnOffer(String field, String value) {
            Object typed = value == null
                    ? null
                    : switch (value) {
                        case "0", "31" -> Integer.valueOf(value);
                        case "1.5" -> 1.5;
                        case "false" -> false;
                        default -> value;
                    };

            admin.post("/invitations", with(offer(), field, typed)).isInvalidAt(field);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 30})
        void shouldTakeTheShortestAndTheLongestValidity(int days) {
            admin.post("/invitations", with(offer(), "expiresInDays", days)).is(201);
        }

        @Test
        void shouldNotOfferNamedUsersAndManualApprovalsBeforeTheyAreBuilt() {
            admin.post("/invitations", with(offer(), "namedUsers", List.of("paul@" + partner.domain())))
                    .isInvalidAt("namedUsers");
            admin.post("/invitations", with(offer(), "approvals", Map.of("ROLE_CREATED", "MANUAL")))
                    .isInvalidAt("approvals");
        }

        @Test
        void shouldNotTellWhyAPartnerIsNotAvailable() {
            Organisation ineligible = world.customer("Ineligible");
            Organisation suspended = world.partner("Suspended");
            world.operator()
                    .patchCurrent("/tenants/" + suspended.id(), Map.of("status", "SUSPENDED"))
                    .is(200);

            List<Answer> refusals = List.of(
                    admin.post("/invitations", invitation("unknown-" + Missing.id() + ".example", all())),
                    admin.post("/invitations", invitation(ineligible.domain(), all())),
                    admin.post("/invitations", invitation(suspended.domain(), all())),
                    admin.post("/invitations", invitation(customer.domain(), all())));

            assertThat(refusals)
                    .allSatisfy(refusal -> refusal.isProblem(409, "partner-not-available"))
                    .extracting(Answer::withoutInstance)
                    .containsOnly(refusals.getFirst().withoutInstance());
        }

        @Test
        void shouldFindThePartnerHoweverTheDomainIsSpelt() {
            admin.post("/invitations", invitation(partner.domain().toUpperCase(java.util.Locale.ROOT), all()))
                    .is(201);
        }

        @Test
        void shouldKeepOnePendingInvitationPerPartner() {
            String first = invited();

            admin.post("/invitations", offer()).isProblem(409, "invitation-exists");
            admin.post("/invitations/" + first + "/cancel").is(200);
            admin.post("/invitations", offer()).is(201);
        }

        @Test
        void shouldLetOneOfTwoAtOncePass() throws Exception {
            List<Answer> answers =
                    AtOnce.send(() -> admin.post("/invitations", offer()), () -> admin.post("/invitations", offer()));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        }

        @Test
        void shouldOfferOnlyRoomsAndGroupsOfTheCustomer() {
            Organisation other = world.customer("Borealis");
            String foreignRoom = other.room("Theirs", "CA");
            String foreignGroup = other.roomGroup("Theirs", foreignRoom);
            String own = customer.room("Ours", "US");

            admin.post("/invitations", invitation(partner.domain(), rooms(own, foreignRoom)))
                    .isInvalidAt("roomScope");
            admin.post("/invitations", invitation(partner.domain(), roomGroups(foreignGroup)))
                    .isInvalidAt("roomScope");
            admin.post("/invitations", invitation(partner.domain(), rooms(Missing.id())))
                    .isInvalidAt("roomScope");
            admin.post("/invitations", invitation(partner.domain(), rooms(own))).is(201);
        }

        @Test
        void shouldBeTheAdministratorsAlone() {
            customer.user("arne").post("/invitations", Map.of("colour", "red")).isForbiddenFor("partners:manage");
            customer.withRole("lea", "site-lead").post("/invitations", offer()).isForbiddenFor("partners:manage");
            customer.withRole("amelie", "managed-service-administrator")
                    .post("/invitations", offer())
                    .is(201);
        }
    }

    @Nested
    class TakingEffect {

        @Test
        void shouldEndTheInvitationWhosePartnerIsNoLongerEligible() {
            String id = invited();
            world.operator()
                    .patchCurrent("/tenants/" + partner.id(), Map.of("partnerEligible", false))
                    .is(200);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> "/problems/partner-not-available"
                            .equals(admin.post("/invitations", offer()).text("type")));

            accept(id, partnerAdmin).isProblem(409, "invitation-not-pending");

            for (Actor side : List.of(admin, partnerAdmin)) {
                Answer seen = side.get("/invitations/" + id).is(200);
                assertThat(seen.text("status")).isEqualTo("CANCELLED");
                assertThat(seen.text("decidedBy.userId")).isEqualTo("system");
            }
            assertThat(partnerAdmin.get("/relationships").is(200).ids()).isEmpty();
        }
    }

    @Nested
    class Seeing {

        @Test
        void shouldShowTheReceiverCountsAndNoRoom() {
            String one = customer.room("One", "US");
            String two = customer.room("Two", "US");
            String third = customer.room("Three", "US");
            String group = customer.roomGroup("Pair", one, two);
            Map<String, Object> scope =
                    Map.of("type", "SELECTED", "roomIds", List.of(two, third), "roomGroupIds", List.of(group));
            String id = admin.post("/invitations", invitation(partner.domain(), scope))
                    .is(201)
                    .id();

            Answer received = partnerAdmin.get("/invitations/" + id).is(200);
            Answer sent = admin.get("/invitations/" + id).is(200);

            assertThat(received.<Integer>value("roomCounts.rooms"))
                    .as("those named and those in the named group, each once")
                    .isEqualTo(3);
            assertThat(received.<Integer>value("roomCounts.roomGroups")).isEqualTo(1);
            assertThat(received.body())
                    .doesNotContain("roomScope")
                    .doesNotContain(one)
                    .doesNotContain(group);
            assertThat(sent.texts("roomScope.roomGroupIds")).containsExactly(group);
            assertThat(sent.texts("roomScope.roomIds")).containsExactlyInAnyOrder(two, third);
            assertThat(sent.body()).as("not before it accepts").doesNotContain("Meridian");
        }

        @Test
        void shouldShowItToWhoMayAnswerAndToNobodyElse() {
            String id = invited();
            Actor tom = partner.withRole("tom", "tenant-manager");
            Organisation third = world.partner("Solstice");

            for (Actor may : List.of(partnerAdmin, tom, partner.withRole("mo", "managed-service-administrator"))) {
                may.get("/invitations/" + id).is(200);
                assertThat(may.get("/invitations?box=RECEIVED").is(200).ids()).containsExactly(id);
            }
            for (Actor mayNot : List.of(paul, third.globalAdmin(), customer.user("arne"))) {
                mayNot.get("/invitations/" + id).isNotFound();
                accept(id, mayNot).isNotFound();
                mayNot.post("/invitations/" + id + "/deny").isNotFound();
                mayNot.post("/invitations/" + id + "/cancel").isNotFound();
            }
            assertThat(third.globalAdmin().get("/invitations").is(200).ids()).isEmpty();
        }

        @Test
        void shouldTellSentFromReceived() {
            String sent = invited();
            Organisation both = world.partner("Both");
            String other = admin.post("/invitations", invitation(both.domain(), all()))
                    .is(201)
                    .id();
            String onward =
                    both.globalAdmin().post("/invitations", offer()).is(201).id();
            Actor asked = both.globalAdmin();

            assertThat(asked.get("/invitations?box=SENT").is(200).ids()).containsExactly(onward);
            assertThat(asked.get("/invitations?box=RECEIVED").is(200).ids()).containsExactly(other);
            assertThat(asked.get("/invitations").is(200).ids()).containsExactlyInAnyOrder(onward, other);
            assertThat(partnerAdmin
                            .get("/invitations?includeTotal=true")
                            .is(200)
                            .total())
                    .isEqualTo(2);
            assertThat(admin.get("/invitations").is(200).ids()).containsExactlyInAnyOrder(sent, other);
        }

        @Test
        void shouldListThoseThatEndedOnRequest() {
            String id = invited();
            partnerAdmin
                    .post("/invitations/" + id + "/deny", Map.of("reason", "no time"))
                    .is(200);

            for (Actor side : List.of(admin, partnerAdmin)) {
                assertThat(side.get("/invitations").is(200).ids()).isEmpty();
                assertThat(side.get("/invitations?status=DENIED&status=CANCELLED")
                                .is(200)
                                .ids())
                        .containsExactly(id);
                assertThat(side.get("/invitations/" + id).is(200).text("status"))
                        .isEqualTo("DENIED");
            }
            admin.get("/invitations?status=LOST").isInvalidAt("status");
            admin.get("/invitations?box=DRAFTS").isInvalidAt("box");
        }
    }

    @Nested
    class Answering {

        @Test
        void shouldEstablishTheRelationshipWithEverythingDerivedAtOnce() {
            String room = customer.room("One", "US");
            String id = admin.post("/invitations", invitation(partner.domain(), rooms(room)))
                    .is(201)
                    .id();

            Answer accepted = accept(id, partnerAdmin).is(200);

            String relationship = accepted.text("relationshipId");
            assertThat(accepted.text("decidedAt")).isNotBlank();
            assertThat(paul.get("/rooms?view=PARTNER").is(200).ids()).containsExactly(room);
            assertThat(paul.get("/roles?relationshipId=" + relationship).is(200).texts("items.key"))
                    .containsExactly("primary-admin");
            assertThat(paul.get("/delegations/" + relationship).is(200).texts("roomScope.roomIds"))
                    .containsExactly(room);
            assertThat(admin.get("/relationships/" + relationship).is(200).text("invitationId"))
                    .isEqualTo(id);
            assertThat(admin.get("/invitations/" + id).is(200).text("relationshipId"))
                    .isEqualTo(relationship);
        }

        @Test
        void shouldGiveWhoAcceptsNothing() {
            customer.room("One", "US");

            Partnership made = customer.entrust(partner, all(), paul);

            assertThat(made.roomsSeenBy(paul)).containsExactly("One");
            assertThat(made.roomsSeenBy(partnerAdmin)).isEmpty();
            assertThat(partnerAdmin.get("/access/me").is(200).texts("contexts.customerId"))
                    .containsExactly(partner.id());
        }

        @Test
        void shouldLetOnlyAnAdministratorNameThemselves() {
            Actor tom = partner.withRole("tom", "tenant-manager");
            Actor inGroup = partner.actor(
                    "tom", io.keyholder.testing.issuer.TokenSpec.of("tom").groups("managers"));
            String id = invited();
            String path = "/invitations/" + id + "/accept";

            tom.post(path, primaryAdmins(user(tom))).is(403);
            tom.post(path, primaryAdmins(user(paul), user(tom))).is(403);
            inGroup.post(path, primaryAdmins(group("managers"))).is(403);
            assertThat(tom.get("/invitations/" + id).is(200).text("status")).isEqualTo("PENDING");
            partnerAdmin.post(path, primaryAdmins(user(partnerAdmin))).is(200);
            assertThat(partnerAdmin.get("/access/me").is(200).texts("contexts.customerId"))
                    .containsExactlyInAnyOrder(partner.id(), customer.id());
        }

        @Test
        void shouldNeedAPrimaryAdminOfThePartner() {
            String path = "/invitations/" + invited() + "/accept";

            partnerAdmin.post(path, primaryAdmins()).isInvalidAt("primaryAdmins");
            partnerAdmin.post(path, Map.of()).isInvalidAt("primaryAdmins");
            partnerAdmin
                    .post(path, primaryAdmins(Map.of("type", "ROBOT", "id", "r2")))
                    .isInvalidAt("primaryAdmins");
            partnerAdmin.post(path, primaryAdmins(Map.of("type", "USER"))).isInvalidAt("primaryAdmins");
            partnerAdmin
                    .post(path, primaryAdmins(with(user(paul), "tenantId", customer.id())))
                    .isInvalidAt("primaryAdmins");
            partnerAdmin
                    .post(path, primaryAdmins(with(user(paul), "tenantId", partner.id())))
                    .is(200);
        }

        @Test
        void shouldLetExactlyOneOfTwoAnswersWin() throws Exception {
            String id = invited();
            Actor tom = partner.withRole("tom", "tenant-manager");

            List<Answer> answers = AtOnce.send(
                    () -> accept(id, partnerAdmin),
                    () -> accept(id, tom),
                    () -> partnerAdmin.post("/invitations/" + id + "/deny"),
                    () -> admin.post("/invitations/" + id + "/cancel"));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409, 409, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .allSatisfy(answer -> answer.isProblem(409, "invitation-not-pending"));
        }

        @Test
        void shouldEndByADenialOrACancellation() {
            String denied = invited();
            partnerAdmin.post("/invitations/" + denied + "/deny").is(200);
            accept(denied, partnerAdmin).isProblem(409, "invitation-not-pending");
            partnerAdmin.post("/invitations/" + denied + "/deny").isProblem(409, "invitation-not-pending");

            String cancelled = invited();
            Answer answer = admin.post("/invitations/" + cancelled + "/cancel").is(200);
            assertThat(answer.text("status")).isEqualTo("CANCELLED");
            accept(cancelled, partnerAdmin).isProblem(409, "invitation-not-pending");
        }

        @Test
        void shouldBeCancelledByTheCustomerAndAnsweredByThePartner() {
            String id = invited();

            partnerAdmin.post("/invitations/" + id + "/cancel").is(403);
            accept(id, admin).is(403);
            admin.post("/invitations/" + id + "/deny").is(403);
            assertThat(admin.get("/invitations/" + id).is(200).text("status")).isEqualTo("PENDING");
        }
    }

    @Nested
    class Again {

        @Test
        void shouldNotInviteWhileTheRelationshipIsActiveOrSuspended() {
            Partnership made = customer.entrust(partner, all(), paul);

            admin.post("/invitations", offer()).isProblem(409, "relationship-exists");
            made.suspend();
            admin.post("/invitations", offer()).isProblem(409, "relationship-exists");
        }

        @Test
        void shouldEstablishANewRelationshipAfterTheFormerHasEnded() {
            customer.room("One", "US");
            Partnership former = customer.entrust(partner, all(), paul);
            former.terminate();
            Actor petra = partner.user("petra");

            Partnership next = customer.entrust(partner, all(), petra);

            assertThat(next.id()).isNotEqualTo(former.id());
            assertThat(next.roomsSeenBy(petra)).containsExactly("One");
            assertThat(next.roomsSeenBy(paul))
                    .as("who was named the first time")
                    .isEmpty();
            assertThat(admin.get(former.path()).is(200).text("status")).isEqualTo("TERMINATED");
        }
    }
}
