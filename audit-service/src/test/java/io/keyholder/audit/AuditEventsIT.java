package io.keyholder.audit;

import static io.keyholder.contracts.AuditEntry.Category.PARTNER_INVITATION;
import static io.keyholder.contracts.AuditEntry.Category.ROLE;
import static io.keyholder.contracts.AuditEntry.Category.ROOM;
import static io.keyholder.contracts.AuditEntry.Operation.CREATE;
import static io.keyholder.contracts.AuditEntry.Operation.DELETE;
import static io.keyholder.contracts.AuditEntry.Operation.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Ids;
import io.keyholder.testing.Provided;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditEventsIT extends OfOneTenant {
    private static final String EVENTS = "/v1/audit/events";

    @Provided
    TestIssuer operators;

    private Instant hour;

    @BeforeEach
    void oneTenant() {
        hour = Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS);
    }

    @Nested
    class Access {

        @Test
        void shouldNameThePermissionThatIsMissing() {
            log.plain(tenant)
                    .get(EVENTS + "?from=nonsense")
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/forbidden"))
                    .body("detail", containsString("audit:view"));
            RestAssured.given().get(EVENTS).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
        }

        @Test
        void shouldShowOperatorsNoTenantsLog() {
            String token = operators.token(TokenSpec.of("oscar").roles("platform-operator"));

            RestAssured.given().auth().oauth2(token).get(EVENTS).then().statusCode(403);
        }

        @Test
        void shouldShowNobodyAnothersEntries() {
            UUID other = log.tenant();
            AuditEntry theirs = new Entries(other).by("grace", tenant, hour);
            AuditEntry ofNoTenant = new Entries(null).by("grace", tenant, hour);
            log.stored(theirs, ofNoTenant);

            log.as(tenant).get(EVENTS).then().statusCode(200).body("items", hasSize(0));
            log.as(tenant)
                    .get(EVENTS + "?includeTotal=true&userTenantId=" + tenant)
                    .then()
                    .body("items", hasSize(0))
                    .body("total", equalTo(0));
            log.as(other)
                    .get(EVENTS)
                    .then()
                    .body("items.id", equalTo(List.of(theirs.id().toString())));
        }
    }

    @Nested
    class Listing {

        @Test
        void shouldShowAnEntryWithAllThatIsKnownOfIt() {
            UUID relationship = Ids.next();
            AuditEntry changed = entries.of(PARTNER_INVITATION, CREATE, hour.plusNanos(123_456_000));
            AuditEntry refused = entries.refused(hour.plusSeconds(1), relationship, "forbidden", 17);
            log.stored(changed, refused);

            Response answer = log.as(tenant).get(EVENTS);

            answer.then().statusCode(200);
            assertThat(answer.<List<Map<String, Object>>>path("items"))
                    .containsExactly(
                            Map.ofEntries(
                                    Map.entry("id", refused.id().toString()),
                                    Map.entry("creationTime", refused.time().toString()),
                                    Map.entry("category", "ROOM"),
                                    Map.entry("objectName", ""),
                                    Map.entry("operation", "DELETE"),
                                    Map.entry("resultStatus", "FAILED"),
                                    Map.entry("tenantId", tenant.toString()),
                                    Map.entry("userId", "mallory"),
                                    Map.entry("userTenantId", tenant.toString()),
                                    Map.entry("relationshipId", relationship.toString()),
                                    Map.entry("reason", "forbidden"),
                                    Map.entry("count", 17),
                                    Map.entry("changes", List.of())),
                            Map.ofEntries(
                                    Map.entry("id", changed.id().toString()),
                                    Map.entry("creationTime", changed.time().toString()),
                                    Map.entry("category", "PARTNER_INVITATION"),
                                    Map.entry("objectId", "room-1"),
                                    Map.entry("objectName", "Thing"),
                                    Map.entry("operation", "CREATE"),
                                    Map.entry("resultStatus", "SUCCESSFUL"),
                                    Map.entry("tenantId", tenant.toString()),
                                    Map.entry("userId", "ada"),
                                    Map.entry("userTenantId", tenant.toString()),
                                    Map.entry("count", 1),
                                    Map.entry("changes", List.of())));
        }

        @Test
        void shouldShowWhereTheRequestCameFromAndWhatChanged() {
            log.stored(entries.renamed(hour, "Old", "New"));

            log.as(tenant)
                    .get(EVENTS)
                    .then()
                    .body("items[0].clientAddress", equalTo("203.0.113.7"))
                    .body("items[0].requestId", equalTo("req-1"))
                    .body("items[0].changes.field", equalTo(List.of("name", "capacity")))
                    .body("items[0].changes.before", equalTo(Arrays.asList("Old", null)))
                    .body("items[0].changes.after", equalTo(List.of("New", 12)));
            assertThat(log.as(tenant).get("/v1/audit/export?format=jsonl").asString())
                    .contains("\"clientAddress\":\"203.0.113.7\"", "{\"field\":\"capacity\",\"after\":12}");
            assertThat(log.as(tenant).get("/v1/audit/export").asString().lines().toList())
                    .allMatch(line -> line.split(",").length == 8);
        }

        @Test
        void shouldPageNewestFirstWithoutGapsOrRepetitionAlsoAmongEqualTimes() {
            AuditEntry[] all = IntStream.range(0, 7)
                    .mapToObj(i -> entries.at(hour.minus(Duration.ofDays(20L * (i / 2))), "Room " + i))
                    .toArray(AuditEntry[]::new);
            log.stored(all);
            Response first = log.as(tenant).get(EVENTS + "?limit=2&includeTotal=true");
            log.stored(entries.at(hour.plusSeconds(1), "Later"));

            List<String> seen = new ArrayList<>(first.<List<String>>path("items.id"));
            String cursor = first.path("nextCursor");
            while (cursor != null) {
                Response page = log.as(tenant).get(EVENTS + "?limit=2&cursor=" + cursor);
                seen.addAll(page.path("items.id"));
                cursor = page.path("nextCursor");
            }

            first.then().body("total", equalTo(7)).header("Link", startsWith("</v1/audit/events?"));
            assertThat(seen)
                    .containsExactlyElementsOf(Arrays.stream(all)
                            .sorted(Comparator.comparing(AuditEntry::time)
                                    .thenComparing(e -> e.id().toString())
                                    .reversed())
                            .map(e -> e.id().toString())
                            .toList());
        }

        @Test
        void shouldBindACursorToItsFilters() {
            log.stored(entries.at(hour, "One"), entries.at(hour, "Two"));
            String cursor = log.as(tenant).get(EVENTS + "?limit=1").path("nextCursor");

            log.as(tenant).get(EVENTS + "?limit=1&cursor=" + cursor).then().statusCode(200);
            log.as(tenant)
                    .get(EVENTS + "?limit=1&category=ROOM&cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-cursor"));
        }

        @Test
        void shouldNotShowWhatIsOlderThanTheRetention() {
            AuditEntry old = entries.at(hour.minus(Duration.ofDays(181)), "Old");
            AuditEntry kept = entries.at(hour.minus(Duration.ofDays(179)), "Kept");
            log.stored(old, kept);

            log.as(tenant)
                    .get(EVENTS + "?from=2020-01-01T00:00:00Z")
                    .then()
                    .statusCode(200)
                    .body("items.objectName", equalTo(List.of("Kept")));
        }
    }

    @Nested
    class Filtering {
        private UUID partner;

        @BeforeEach
        void someEntries() {
            partner = Ids.next();
            log.stored(
                    entries.entry(hour, ROLE, CREATE, "a", "ada", tenant),
                    entries.entry(hour.plusSeconds(10), ROOM, UPDATE, "b", "bob", partner),
                    entries.entry(hour.plusSeconds(20), PARTNER_INVITATION, DELETE, "c", "carl", partner),
                    entries.refused(hour.plusSeconds(30), null, "not-found", 1));
        }

        @Test
        void shouldTakeTheBeginningInAndLeaveTheEndOut() {
            assertThat(names("from=" + hour.plusSeconds(10) + "&to=" + hour.plusSeconds(20)))
                    .containsExactly("b");
            assertThat(names("from=" + hour.plusSeconds(10) + "&to=" + hour.plusSeconds(10)))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "to=-1000000000-01-01T00:00:00Z",
                    "from=%2B1000000000-01-01T00:00:00Z",
                    "from=1969-12-31T23:59:59Z"
                })
        void shouldRefuseTimesThatNoCalendarOfOursHas(String query) {
            log.as(tenant)
                    .get(EVENTS + "?" + query)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo(query.substring(0, query.indexOf('='))));
        }

        @Test
        void shouldTakeAnyOfTheNamedValuesInEitherSpelling() {
            assertThat(names("category=ROLE&category=PARTNER_INVITATION")).containsExactly("c", "a");
            assertThat(names("category=PartnerInvitation")).containsExactly("c");
            assertThat(names("operation=CREATE&operation=Update")).containsExactly("b", "a");
            assertThat(names("resultStatus=Failed")).containsExactly("");
            assertThat(names("resultStatus=SUCCESSFUL&category=ROOM")).containsExactly("b");
        }

        @Test
        void shouldKnowWhoDidIt() {
            assertThat(names("userId=ada&userId=carl")).containsExactly("c", "a");
            assertThat(names("userId=bob")).containsExactly("b");
            assertThat(names("userTenantId=" + partner)).containsExactly("c", "b");
            assertThat(names("userTenantId=" + Ids.next() + "&userTenantId=" + tenant))
                    .containsExactly("", "a");
        }

        @Test
        void shouldNameEveryParameterThatIsWrong() {
            log.as(tenant)
                    .get(EVENTS + "?from=yesterday&category=Rooms&operation=READ&resultStatus=OK&userTenantId=me")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-request"))
                    .body(
                            "violations.field",
                            containsInAnyOrder("from", "category", "operation", "resultStatus", "userTenantId"));
            log.as(tenant)
                    .get(EVENTS + "?from=" + hour + "&to=" + hour.minusSeconds(1))
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("from"));
            log.as(tenant)
                    .get(EVENTS + "?colour=red")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("colour"));
            log.as(tenant).get(EVENTS + "?limit=0").then().statusCode(400);
        }

        private List<String> names(String query) {
            Response answer = log.as(tenant).urlEncodingEnabled(false).get(EVENTS + "?" + query);
            answer.then().statusCode(200);
            return answer.path("items.objectName");
        }
    }
}
