package io.keyholder.e2e;

import static io.keyholder.e2e.actors.Bodies.all;
import static io.keyholder.e2e.actors.Bodies.room;
import static io.keyholder.e2e.actors.Bodies.rooms;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.AuditCsv;
import io.keyholder.e2e.actors.Missing;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.Partnership;
import io.keyholder.e2e.actors.Patience;
import io.keyholder.e2e.actors.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AuditIT {

    private World world;
    private Organisation customer;
    private Organisation partner;
    private Actor admin;
    private Actor paul;
    private Partnership partnership;
    private String shared;
    private String hidden;

    @BeforeEach
    void aPartnership() {
        world = new World();
        customer = world.customer("Aurora");
        partner = world.partner("Meridian");
        admin = customer.globalAdmin();
        paul = partner.user("paul");
        shared = customer.room("Shared", "US");
        hidden = customer.room("Hidden", "DE");
        partnership = customer.entrust(partner, rooms(shared), paul);
        awaitWhatOthersRecordOfTheAcceptance();
    }

    /** The token of an acceptance covers its own record; those of what other services derive from it follow by themselves. */
    private void awaitWhatOthersRecordOfTheAcceptance() {
        Patience.until(() -> assertThat(log(customer, ""))
                .extracting(entry -> String.valueOf(entry.get("category")))
                .contains("RELATIONSHIP", "DELEGATION", "ROLE", "ASSIGNMENT", "USER"));
    }

    private List<Map<String, Object>> log(Organisation of, String query) {
        return of.globalAdmin().all("/audit/events?limit=200&" + query);
    }

    private AuditCsv export() {
        return AuditCsv.parse(admin.get("/audit/export?format=csv").is(200).body());
    }

    /** Without the exports that this asks for. */
    private int recorded() {
        return (int) export().entries().stream()
                .filter(entry -> !entry.category().equals("AuditExport"))
                .count();
    }

    @Nested
    class Recording {

        @Test
        void shouldShowAChangeToWhoSendsItsToken() {
            String made = admin.post("/rooms", room("New", "US")).is(201).id();

            assertThat(log(customer, "category=ROOM&operation=CREATE"))
                    .extracting(entry -> entry.get("objectName"))
                    .contains("New");
            admin.patchCurrent("/rooms/" + made, Map.of("capacity", 3)).is(200);
            assertThat(export().of("Room Update Successful", admin))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.objectName()).isEqualTo("New"));
        }

        @Test
        void shouldRecordThePartnersActivityInTheCustomersLog() {
            paul.patchCurrent("/rooms/" + shared, Map.of("capacity", 3)).is(200);

            assertThat(export().of("Room Update Successful", paul))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.tenantId()).isEqualTo(customer.id());
                        assertThat(entry.userTenantId()).isEqualTo(partner.id());
                    });
            assertThat(log(partner, "category=ROOM"))
                    .as("data resides with the customer")
                    .isEmpty();
        }

        @Test
        void shouldRecordRefusedChanges() {
            paul.patch("/rooms/" + hidden, "\"1\"", Map.of("capacity", 3)).isNotFound();
            paul.post("/rooms/" + shared + "/unenroll").is(403);
            admin.post("/invitations", io.keyholder.e2e.actors.Bodies.invitation(partner.domain(), all()))
                    .is(409);

            AuditCsv log = export();

            assertThat(log.of("Room Update Failed", paul))
                    .as("of the hidden room, in its owner's log")
                    .anySatisfy(entry -> assertThat(entry.objectName()).isEqualTo("Hidden"));
            assertThat(log.entries())
                    .filteredOn(entry -> entry.userId().equals("paul")
                            && entry.category().equals("Room")
                            && entry.resultStatus().equals("Failed"))
                    .hasSize(2);
            assertThat(log.of("PartnerInvitation Create Failed", admin)).hasSize(1);
        }

        @Test
        void shouldRecordA404OfNothingInTheCallersLog() {
            String nothing = Missing.id();
            paul.patch("/rooms/" + nothing, "\"1\"", Map.of("capacity", 3)).isNotFound();

            assertThat(log(partner, "category=ROOM&resultStatus=FAILED&userId=paul"))
                    .hasSize(1);
            assertThat(export().of("Room Update Failed", paul)).isEmpty();
        }

        @Test
        void shouldTellTheCallersLogNothingOfWhatIsHidden() {
            String nothing = Missing.id();
            paul.patch("/rooms/" + hidden, "\"1\"", Map.of("capacity", 3)).isNotFound();
            paul.patch("/rooms/" + nothing, "\"1\"", Map.of("capacity", 3)).isNotFound();

            List<Map<String, Object>> own = log(partner, "category=ROOM&resultStatus=FAILED&userId=paul");
            assertThat(own).extracting(entry -> entry.get("objectId")).containsExactlyInAnyOrder(hidden, nothing);
            assertThat(own).allSatisfy(entry -> {
                assertThat(entry.get("objectName")).isEqualTo("");
                assertThat(entry).doesNotContainKey("relationshipId");
            });
        }

        @Test
        void shouldSayWhatChangedAndWhereTheRequestCameFrom() {
            admin.patchCurrent("/rooms/" + shared, Map.of("capacity", 3)).is(200);

            Map<String, Object> entry =
                    log(customer, "category=ROOM&operation=UPDATE").getFirst();
            assertThat(entry.get("changes")).isEqualTo(List.of(Map.of("field", "capacity", "after", 3)));
            assertThat(String.valueOf(entry.get("clientAddress"))).isIn("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
            assertThat(String.valueOf(entry.get("requestId"))).isNotBlank();
        }

        @Test
        void shouldNotRecordWhatWasOnlyMistaken() {
            int before = recorded();

            admin.post("/rooms", Map.of()).is(400);
            admin.patch("/rooms/" + shared, "\"0\"", Map.of("capacity", 3)).is(412);
            admin.send(
                            "PATCH",
                            "/rooms/" + shared,
                            admin.request()
                                    .contentType("application/merge-patch+json")
                                    .body("{}"))
                    .is(428);
            admin.get("/rooms/" + Missing.id()).isNotFound();
            String mark = admin.post("/rooms", room("Mark", "US")).is(201).id();

            assertThat(mark).isNotBlank();
            assertThat(recorded()).isEqualTo(before + 1);
        }

        @Test
        void shouldRecordARepeatedRequestOnce() {
            String key = Missing.id();
            admin.post("/rooms", room("Once", "US"), key).is(201);
            admin.post("/rooms", room("Once", "US"), key).is(201);

            assertThat(export().entries())
                    .filteredOn(entry -> entry.objectName().equals("Once"))
                    .hasSize(1);
        }

        @Test
        void shouldRecordExports() {
            export();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .untilAsserted(() ->
                            assertThat(log(customer, "category=AUDIT_EXPORT")).isNotEmpty());
        }

        @Test
        void shouldKeepTheLogOfAnEndedRelationship() {
            paul.patchCurrent("/rooms/" + shared, Map.of("capacity", 3)).is(200);
            partnership.terminate();

            AuditCsv log = export();

            assertThat(log.of("Room Update Successful", paul)).hasSize(1);
            assertThat(log.of("Relationship Delete Successful", admin)).hasSize(1);
        }
    }

    @Nested
    class Reading {

        @Test
        void shouldBeForTheAdministratorsAlone() {
            for (Actor other : List.of(paul, customer.user("arne"), customer.withRole("lea", "site-lead"))) {
                other.get("/audit/events").isForbiddenFor("audit:view");
                other.get("/audit/export?format=csv").isForbiddenFor("audit:export");
            }
            customer.withRole("amelie", "managed-service-administrator")
                    .get("/audit/events")
                    .is(200);
        }

        @Test
        void shouldFilter() {
            paul.patchCurrent("/rooms/" + shared, Map.of("capacity", 3)).is(200);

            assertThat(log(customer, "userId=paul"))
                    .allMatch(entry -> entry.get("userId").equals("paul"))
                    .isNotEmpty();
            assertThat(log(customer, "userTenantId=" + partner.id()))
                    .isNotEmpty()
                    .allMatch(entry -> entry.get("userTenantId").equals(partner.id()));
            assertThat(log(customer, "category=ROOM&category=ROLE&operation=UPDATE&resultStatus=SUCCESSFUL"))
                    .hasSize(1);
            assertThat(log(customer, "from=" + Instant.now().plusSeconds(60))).isEmpty();
            assertThat(log(customer, "to=" + Instant.now().minusSeconds(3600))).isEmpty();
            admin.get("/audit/events?category=NONSENSE").isInvalidAt("category");
            admin.get("/audit/events?from=yesterday").isInvalidAt("from");
            admin.get("/audit/events?colour=red").isInvalidAt("colour");
        }

        @Test
        void shouldPageTheNewestFirst() {
            List<Map<String, Object>> small = admin.all("/audit/events?limit=2");

            assertThat(small).isEqualTo(log(customer, ""));
            assertThat(small)
                    .extracting(entry -> Instant.parse((String) entry.get("creationTime")))
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }

        @Test
        void shouldExportTheEightColumnsExactly() {
            Answer answer = admin.get("/audit/export?format=csv").is(200);

            assertThat(answer.header("Content-Type")).startsWith("text/csv");
            assertThat(answer.header("Content-Disposition")).matches("attachment; ?filename=\"?[^\"]+\\.csv\"?.*");
            AuditCsv log = AuditCsv.parse(answer.body());
            assertThat(log.columns())
                    .containsExactly(
                            "activity.category",
                            "activity.objectName",
                            "activity.operation",
                            "activity.resultStatus",
                            "activity.tenantId",
                            "creationTime",
                            "user.userId",
                            "user.userTenantId");
            assertThat(log.entries()).isNotEmpty().allSatisfy(entry -> {
                assertThat(entry.tenantId()).isEqualTo(customer.id());
                assertThat(entry.creationTime()).endsWith("Z");
                assertThat(entry.operation()).isIn("Create", "Update", "Delete");
                assertThat(entry.resultStatus()).isIn("Successful", "Failed");
            });
        }

        @Test
        void shouldExportLinesOfJson() {
            Answer answer = admin.get("/audit/export?format=jsonl").is(200);

            assertThat(answer.body().lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
            admin.get("/audit/export?format=xlsx").isInvalidAt("format");
        }
    }
}
