package io.keyholder.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditExportIT extends OfOneTenant {
    private static final String EXPORT = "/v1/audit/export";
    private static final String HEADER = "activity.category,activity.objectName,activity.operation,"
            + "activity.resultStatus,activity.tenantId,creationTime,user.userId,user.userTenantId\r\n";

    @TestHTTPResource(EXPORT)
    URL export;

    private Instant day;

    @BeforeEach
    void oneTenant() {
        day = Clock.systemUTC().instant().minus(Duration.ofDays(30));
    }

    @Nested
    class Csv {

        @Test
        void shouldHaveTheColumnsAndSpellingOfTheContractToTheByte() {
            Instant time = Instant.parse(day.toString().substring(0, 10) + "T08:09:10.123456Z");
            UUID partner = UUID.fromString("01998888-0000-7000-8000-000000000001");
            log.stored(
                    entries.entry(
                            time,
                            AuditEntry.Category.PARTNER_INVITATION,
                            AuditEntry.Operation.CREATE,
                            "Café \"Alpha\", 2nd floor",
                            "bob",
                            partner),
                    entries.refused(time.minusSeconds(1), null, "forbidden", 3),
                    entries.entry(
                            time.minusSeconds(2),
                            AuditEntry.Category.TENANT,
                            AuditEntry.Operation.UPDATE,
                            "two\nlines",
                            "oscar",
                            null),
                    entries.at(time.minusSeconds(3), "=HYPERLINK(\"https://evil.example\")"),
                    entries.by("+ada", tenant, time.minusSeconds(4)));

            byte[] body = log.as(tenant).get(EXPORT).asByteArray();

            String day = time.toString().substring(0, 10);
            assertThat(new String(body, UTF_8))
                    .isEqualTo(HEADER
                            + """
                    "PartnerInvitation","Café ""Alpha"", 2nd floor","Create","Successful","TENANT","DAYT08:09:10.123456Z","bob","PARTNER"
                    "Room","","Delete","Failed","TENANT","DAYT08:09:09.123456Z","mallory","TENANT"
                    "Tenant","two|lines","Update","Successful","TENANT","DAYT08:09:08.123456Z","oscar",""
                    "Room","'=HYPERLINK(""https://evil.example"")","Update","Successful","TENANT","DAYT08:09:07.123456Z","ada","TENANT"
                    "Room","Board room","Update","Successful","TENANT","DAYT08:09:06.123456Z","'+ada","TENANT"
                    """.replace("TENANT", tenant.toString())
                                    .replace("PARTNER", partner.toString())
                                    .replace("DAY", day)
                                    .replace("\n", "\r\n")
                                    .replace("|", "\n"));
        }

        @Test
        void shouldBeADownloadAndHaveAHeaderLineAlsoWhenThereIsNothing() {
            Response answer =
                    log.as(tenant).get(EXPORT + "?from=2026-02-01T00:00:00Z&to=2026-02-02T00:00:00Z&format=csv");

            answer.then()
                    .statusCode(200)
                    .header("Content-Type", "text/csv; charset=utf-8")
                    .header(
                            "Content-Disposition",
                            matchesPattern("attachment; filename=\"audit-\\d{8}T\\d{6}Z-20260202T000000Z\\.csv\""));
            assertThat(answer.asString()).isEqualTo(HEADER);
        }

        @Test
        void shouldHoldEveryEntryOverManyPagesAndBeNarrowedLikeTheList() {
            AuditEntry[] many = IntStream.range(0, 4_500)
                    .mapToObj(i -> entries.at(day.plusSeconds(i / 3), "Room " + i))
                    .toArray(AuditEntry[]::new);
            log.publish(many);
            log.stored(entries.of(AuditEntry.Category.ROLE, AuditEntry.Operation.CREATE, day));
            await().atMost(Log.SOON).until(() -> log.rowsOf(tenant) == many.length + 1);

            String all = log.as(tenant).get(EXPORT).asString();
            String roles = log.as(tenant).get(EXPORT + "?category=ROLE").asString();

            assertThat(all.lines().skip(1).filter(line -> line.startsWith("\"Room\",")))
                    .hasSize(4_500)
                    .doesNotHaveDuplicates();
            assertThat(roles.lines()).hasSize(2);
        }
    }

    @Test
    void shouldGiveTheSameObjectsAsTheListInJsonLines() {
        log.stored(entries.at(day, "=1+1"), entries.refused(day.minusSeconds(1), null, "forbidden", 2));

        Response answer = log.as(tenant).get(EXPORT + "?format=jsonl");

        answer.then()
                .statusCode(200)
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Disposition", containsString(".jsonl\""));
        String listed =
                log.as(tenant).get("/v1/audit/events?userTenantId=" + tenant).asString();
        List<String> lines = answer.asString().lines().toList();
        assertThat(lines).hasSize(2).first().asString().contains("\"objectName\":\"=1+1\"");
        assertThat(listed).contains(lines);
        assertThat(answer.asString()).endsWith("}\n");
    }

    @Test
    void shouldBeRecordedItself() {
        Response export = log.as(tenant).get(EXPORT + "?category=ROLE");

        await().atMost(Log.SOON)
                .untilAsserted(() -> log.as(tenant)
                        .get("/v1/audit/events?category=AUDIT_EXPORT")
                        .then()
                        .body("items.operation", equalTo(List.of("CREATE")))
                        .body("items.resultStatus", equalTo(List.of("SUCCESSFUL")))
                        .body("items.userId", equalTo(List.of("grace")))
                        .body("items.userTenantId", equalTo(List.of(tenant.toString()))));
        String name =
                log.as(tenant).get("/v1/audit/events?category=AuditExport").path("items[0].objectName");
        assertThat(export.header("Content-Disposition")).contains(name);
    }

    @Test
    void shouldNeedItsPermissionAndAKnownForm() {
        log.plain(tenant)
                .get(EXPORT + "?format=xlsx")
                .then()
                .statusCode(403)
                .body("detail", containsString("audit:export"));
        log.as(tenant)
                .get(EXPORT + "?format=xlsx")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("format"));
        log.as(tenant)
                .get(EXPORT + "?colour=red")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("colour"));
        log.as(tenant)
                .get(EXPORT + "?from=2026-02-02T00:00:00Z&to=2026-02-01T00:00:00Z")
                .then()
                .statusCode(400);
        log.as(tenant).get("/v1/audit/events").then().body("items.size()", equalTo(0));
    }

    @Test
    void shouldBreakTheConnectionWhenItCannotBeEnded() throws IOException {
        AuditEntry[] many = IntStream.range(0, 3_000)
                .mapToObj(i -> entries.at(day.plusSeconds(i), "Room"))
                .toArray(AuditEntry[]::new);
        log.publish(many);
        await().atMost(Log.SOON).until(() -> log.rowsOf(tenant) == many.length);
        // The oldest entry is of a kind that this service does not know: the second page cannot be read.
        database.execute("update audit_entry set category = 'UNKNOWN' where id = '" + many[0].id() + "'");

        HttpURLConnection connection = (HttpURLConnection) export.openConnection();
        connection.setRequestProperty(
                "Authorization",
                "Bearer "
                        + issuer.token(
                                TokenSpec.of("grace").tenant(tenant.toString()).roles("global-admin")));

        assertThat(connection.getResponseCode()).isEqualTo(200);
        assertThatThrownBy(() -> readAll(connection)).isInstanceOf(IOException.class);
    }

    private static void readAll(HttpURLConnection connection) throws IOException {
        try (InputStream body = connection.getInputStream()) {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }
}
