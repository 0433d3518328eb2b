package io.keyholder.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Ids;
import io.keyholder.web.sample.Gate;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChangesIT extends SampleTest {

    @Inject
    Gate gate;

    private static String body(String name) {
        return "{\"name\":\"" + name + "\"}";
    }

    private static RequestSpecification patching(RequestSpecification by) {
        return by.contentType("application/merge-patch+json");
    }

    private static void assertRefused(Response answer, int status, String slug) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug));
    }

    private String created() {
        return create(name()).then().statusCode(201).extract().header("Location");
    }

    @Nested
    class OrderOfChecks {
        private final String wrong = "{\"colour\":1}";

        @Test
        void shouldHideBeforeItRefuses() {
            String foreign = created();

            assertRefused(patching(guest(borealis)).body(wrong).patch(foreign), 404, "not-found");
        }

        @Test
        void shouldRefuseBeforeItValidates() {
            String mine = created();

            assertRefused(patching(guest(aurora)).body(wrong).patch(mine), 403, "forbidden");
            assertRefused(
                    guest(aurora)
                            .contentType(ContentType.JSON)
                            .header("Idempotency-Key", " ")
                            .body(wrong)
                            .post("/v1/notes"),
                    403,
                    "forbidden");
        }

        @Test
        void shouldLookAtTheKeyBeforeTheBody() {
            String key = UUID.randomUUID().toString();
            admin(aurora)
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", key)
                    .body(body(name()))
                    .post("/v1/notes")
                    .then()
                    .statusCode(201);

            assertRefused(
                    admin(aurora)
                            .contentType(ContentType.JSON)
                            .header("Idempotency-Key", key)
                            .body(wrong)
                            .post("/v1/notes"),
                    422,
                    "idempotency-key-reused");
        }

        @Test
        void shouldValidateBeforeItAsksForTheVersion() {
            assertRefused(patching(admin(aurora)).body(wrong).patch(created()), 400, "invalid-request");
        }

        @Test
        void shouldAskForTheVersionBeforeItLooksForConflicts() {
            String mine = created();

            assertRefused(patching(admin(aurora)).body(body("taken")).patch(mine), 428, "precondition-required");
            assertRefused(
                    patching(admin(aurora))
                            .header("If-Match", "\"9\"")
                            .body(body("taken"))
                            .patch(mine),
                    412,
                    "precondition-failed");
            assertRefused(
                    patching(admin(aurora))
                            .header("If-Match", "*")
                            .body(body("taken"))
                            .patch(mine),
                    409,
                    "role-name-taken");
        }
    }

    @Nested
    class Versions {
        private static final String FORM = "\"[\\w-]{12}\\.[\\w-]{16}\"";

        private Response patched(String path, String match) {
            return patching(admin(aurora))
                    .header("If-Match", match)
                    .body("{\"seats\":2}")
                    .patch(path);
        }

        /** Texts in which {@code TAG} and {@code VERSION} stand for what was answered. */
        private static String spelled(String form, Response answer) {
            return form.replace("TAG", answer.header("ETag"))
                    .replace("VERSION", '"' + answer.jsonPath().getString("version") + '"');
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"TAG", "VERSION", "W/TAG", "W/VERSION", "*", "\"7\", TAG", "\"7\",VERSION", "\"a,b\", W/TAG"
                })
        void shouldLetAChangeOfTheVersionGoOn(String form) {
            String mine = created();
            Response read = admin(aurora).get(mine);

            Response answer = patched(mine, spelled(form, read));

            answer.then().statusCode(200).header("ETag", matchesPattern(FORM));
            assertThat(answer.header("ETag")).isNotEqualTo(read.header("ETag"));
            assertThat(admin(aurora).get(mine).header("ETag")).isEqualTo(answer.header("ETag"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"1\"", "\"2\"", "1", "\"\"", "\"1", "W/\"1\"", "W/*", "\".\""})
        void shouldRefuseAChangeOfAnother(String match) {
            assertRefused(patched(created(), match), 412, "precondition-failed");
        }

        @Test
        void shouldRefuseAChangeOfWhatHasChangedSince() {
            String mine = created();
            Response read = admin(aurora).get(mine);
            patched(mine, "*").then().statusCode(200);

            for (String form : List.of("TAG", "VERSION", "W/TAG")) {
                assertRefused(patched(mine, spelled(form, read)), 412, "precondition-failed");
            }
        }

        @Test
        void shouldTellNothingByTheVersion() {
            String one = admin(aurora).get(created()).jsonPath().getString("version");
            String other = admin(aurora).get(created()).jsonPath().getString("version");

            assertThat(one).matches("[\\w-]{12}").isNotEqualTo(other);
        }

        @Test
        void shouldSayTheVersionInListsToo() {
            String mine = created();
            Response read = admin(aurora).get(mine);

            List<String> versions =
                    admin(aurora).get("/v1/notes?limit=200").jsonPath().getList("items.version");

            assertThat(versions).contains(read.jsonPath().getString("version"));
        }

        @Test
        void shouldReadAListThatIsSpreadOverLines() {
            String mine = created();
            Response answer = patching(admin(aurora))
                    .header("If-Match", "\"7\"", admin(aurora).get(mine).header("ETag"))
                    .body("{\"seats\":2}")
                    .patch(mine);

            answer.then().statusCode(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"TAG", "W/TAG", "*", "\"5\", W/TAG"})
        void shouldNotSendWhatTheCallerHas(String form) {
            String mine = created();
            Response read = admin(aurora).get(mine);

            Response answer =
                    admin(aurora).header("If-None-Match", spelled(form, read)).get(mine);

            answer.then().statusCode(304).header("ETag", read.header("ETag"));
            assertThat(answer.asString()).isEmpty();
        }

        /** A version says what can be changed, not how it looked to this caller. */
        @Test
        void shouldSendWhatTheCallerKnowsByItsVersionAlone() {
            String mine = created();

            admin(aurora)
                    .header("If-None-Match", spelled("VERSION", admin(aurora).get(mine)))
                    .get(mine)
                    .then()
                    .statusCode(200);
        }

        @Test
        void shouldAnswerWithTheNewVersionAndDeleteWithIt() {
            String mine = created();
            String next = patched(mine, "*").header("ETag");

            admin(aurora).get(mine).then().statusCode(200).header("ETag", next);
            admin(aurora)
                    .header("If-Match", next)
                    .delete(mine)
                    .then()
                    .statusCode(204)
                    .header("Keyholder-Consistency", matchesPattern("[A-Za-z0-9_-]+"));
            assertRefused(admin(aurora).get(mine), 404, "not-found");
        }
    }

    @Nested
    class Idempotency {
        private final String key = UUID.randomUUID().toString();

        private Response post(String key, String body) {
            return admin(aurora)
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/v1/notes");
        }

        @Test
        void shouldGiveTheFirstAnswerAgain() {
            String body = body(name());

            Response first = post(key, body);
            Response second = post(key, body);

            first.then().statusCode(201);
            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(second.asString()).isEqualTo(first.asString());
            assertThat(second.header("Location")).isEqualTo(first.header("Location"));
            assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(second.contentType()).isEqualTo(first.contentType());
            assertThat(second.header("Keyholder-Consistency")).isNotEmpty();
        }

        @Test
        void shouldGiveAConflictAgainThoughItIsOver() {
            String name = name();
            String taken = create(name).header("Location");

            Response first = post(key, body(name));
            admin(aurora).header("If-Match", "*").delete(taken).then().statusCode(204);
            Response second = post(key, body(name));

            assertRefused(first, 409, "role-name-taken");
            assertRefused(second, 409, "role-name-taken");
            assertThat(second.asString()).isEqualTo(first.asString());
        }

        @Test
        void shouldNotKeepARefusalThatTheCallerCanMend() {
            assertRefused(post(key, body("")), 400, "invalid-request");

            post(key, body(name())).then().statusCode(201);
        }

        @Test
        void shouldRefuseTheKeyForAnotherBody() {
            post(key, body(name())).then().statusCode(201);

            assertRefused(post(key, body(name())), 422, "idempotency-key-reused");
        }

        @Test
        void shouldKnowTheKeyOfNobodyElse() {
            String body = body(name());
            post(key, body).then().statusCode(201);

            admin(borealis)
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/v1/notes")
                    .then()
                    .statusCode(201);
        }

        @Test
        void shouldForgetAfterADay() {
            String body = body(name());
            post(key, body).then().statusCode(201);
            database.execute("update idempotency_key set answered_at = now() - interval '25 hours'");

            // The name is taken by now: it was tried anew.
            assertRefused(post(key, body), 409, "role-name-taken");
        }

        @Test
        void shouldSayThatTheFirstStillRuns() throws Exception {
            String body = body(name());
            gate.close();
            CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> post(key, body));
            try {
                assertThat(gate.awaitSomebody()).isTrue();

                assertRefused(post(key, body), 409, "request-in-progress");
            } finally {
                gate.open();
            }
            first.get(20, TimeUnit.SECONDS).then().statusCode(201);
            post(key, body).then().statusCode(201);
        }

        /** What is only in memory is not there after a restart. */
        @Test
        void shouldBeReadFromTheDatabase() {
            String body = body(name());
            Response first = post(key, body);
            database.execute("update idempotency_key set body = convert_to('{\"kept\":true}', 'UTF8')"
                    + " where headers->>'Location' = '" + first.header("Location") + "'");

            post(key, body).then().statusCode(201).body("kept", equalTo(true));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a b", "ä"})
        void shouldRefuseAKeyThatIsNone(String bad) {
            assertRefused(post(bad, body(name())), 400, "invalid-request");
        }

        @Test
        void shouldRefuseAKeyThatIsTooLong() {
            assertRefused(post("k".repeat(256), body(name())), 400, "invalid-request");
            post("k".repeat(219) + UUID.randomUUID(), body(name())).then().statusCode(201);
        }

        @Test
        void shouldGiveABulkChangeATokenAgainToo() {
            Response first = admin(aurora).header("Idempotency-Key", key).post("/v1/notes/many");
            Response second = admin(aurora).header("Idempotency-Key", key).post("/v1/notes/many");

            first.then().statusCode(201);
            second.then().statusCode(201);
            assertThat(first.header("Keyholder-Consistency")).isNotEmpty();
            assertThat(second.header("Keyholder-Consistency")).isNotEmpty();
        }
    }

    @Nested
    class Refusals {

        private List<AuditEntry> failures(UUID tenant, String reason) {
            return log(tenant).stream()
                    .filter(e -> e.result() == AuditEntry.Result.FAILED)
                    .filter(e -> reason.equals(e.reason()))
                    .toList();
        }

        private AuditEntry awaitOne(UUID tenant, String reason) {
            await().atMost(SOON).until(() -> failures(tenant, reason).size() == 1);
            return failures(tenant, reason).getFirst();
        }

        @Test
        void shouldStandInTheOwnersLogWhenTheObjectExists() {
            String foreign = created();

            assertRefused(patching(admin(borealis)).body("{}").patch(foreign), 404, "not-found");

            AuditEntry entry = awaitOne(aurora, "not-found");
            assertThat(entry.userTenantId()).isEqualTo(borealis);
            assertThat(entry.userId()).isEqualTo("ada");
            assertThat(entry.operation()).isEqualTo(AuditEntry.Operation.UPDATE);
            assertThat(foreign).endsWith(entry.objectId());
            assertThat(entry.objectName()).isNotEmpty();
        }

        @Test
        void shouldStandInTheCallersLogInTheSameWordsWhetherOrNotTheObjectExists() {
            String foreign = created();
            String ghost = "/v1/notes/" + Ids.next();

            assertRefused(patching(admin(borealis)).body("{}").patch(foreign), 404, "not-found");
            assertRefused(patching(admin(borealis)).body("{}").patch(ghost), 404, "not-found");

            await().atMost(SOON).until(() -> failures(borealis, "not-found").size() == 2);
            List<AuditEntry> both = failures(borealis, "not-found");
            assertThat(both).allSatisfy(entry -> {
                assertThat(entry.objectName()).isEmpty();
                assertThat(entry.relationshipId()).isNull();
                assertThat(entry.category()).isEqualTo(AuditEntry.Category.ROOM);
                assertThat(entry.operation()).isEqualTo(AuditEntry.Operation.UPDATE);
                assertThat(entry.userTenantId()).isEqualTo(borealis);
            });
            assertThat(both)
                    .extracting(AuditEntry::objectId)
                    .containsExactlyInAnyOrder(
                            foreign.substring("/v1/notes/".length()), ghost.substring("/v1/notes/".length()));
        }

        @Test
        void shouldSayWhereTheRequestCameFrom() {
            assertRefused(
                    patching(admin(borealis))
                            .header("X-Forwarded-For", "203.0.113.7")
                            .header("X-Request-Id", "abc-1")
                            .body("{}")
                            .patch("/v1/notes/" + Ids.next()),
                    404,
                    "not-found");

            AuditEntry entry = awaitOne(borealis, "not-found");
            assertThat(entry.clientAddress()).isEqualTo("203.0.113.7");
            assertThat(entry.requestId()).isEqualTo("abc-1");
        }

        @Test
        void shouldStandInTheCallersLogWhenItDoesNotExist() {
            assertRefused(patching(admin(borealis)).body("{}").patch("/v1/notes/" + Ids.next()), 404, "not-found");

            awaitOne(borealis, "not-found");
        }

        @Test
        void shouldStandInTheCallersLogWhenThePathNamesNoPossibleId() {
            assertRefused(patching(admin(borealis)).body("{}").patch("/v1/notes/no-id"), 404, "not-found");

            awaitOne(borealis, "not-found");
        }

        @Test
        void shouldBeRecordedForWhatIsForbiddenAndForConflicts() {
            String name = name();
            create(name);
            assertRefused(create(name), 409, "role-name-taken");
            assertRefused(
                    guest(aurora).contentType(ContentType.JSON).body(body(name)).post("/v1/notes"), 403, "forbidden");

            awaitOne(aurora, "role-name-taken");
            assertThat(awaitOne(aurora, "forbidden").userId()).isEqualTo("gus");
        }

        @Test
        void shouldNotBeRecordedForWhatIsMerelyWrong() {
            String mine = created();
            patching(admin(aurora)).body("{\"colour\":1}").patch(mine).then().statusCode(400);
            patching(admin(aurora)).body("{}").patch(mine).then().statusCode(428);
            patching(admin(aurora))
                    .header("If-Match", "\"7\"")
                    .body("{}")
                    .patch(mine)
                    .then()
                    .statusCode(412);
            assertRefused(guest(aurora).delete(mine), 403, "forbidden");

            awaitOne(aurora, "forbidden");
            assertThat(log(aurora).stream().filter(e -> e.result() == AuditEntry.Result.FAILED))
                    .hasSize(1);
        }

        @Test
        void shouldLeaveNothingOfTheChangeBehind() {
            String name = name();
            create(name);

            assertRefused(create(name), 409, "role-name-taken");

            awaitOne(aurora, "role-name-taken");
            assertThat(log(aurora).stream().filter(e -> e.result() == AuditEntry.Result.SUCCESSFUL))
                    .hasSize(1);
        }
    }
}
