package io.keyholder.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.InvitationState;
import io.keyholder.invitation.Scene.Org;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExpiryIT extends InAScene {
    private static final Duration DAYS_14 = Duration.ofDays(14);

    @Inject
    MovableClock clock;

    private Heard heard;
    private String path;

    @BeforeEach
    void set() {
        heard = new Heard(kafka);
        path = scene.invited(aurora, meridian);
    }

    @AfterEach
    void close() {
        clock.reset();
    }

    @Test
    void shouldNotBeBeforeItsTime() {
        clock.advance(DAYS_14.minusMinutes(1));

        scene.admin(meridian).get(path).then().body("status", equalTo("PENDING"));
        // Denied, since nobody proves to a clock that is days ahead that nothing was taken from the partner.
        Scene.post(scene.admin(meridian), path + "/deny", "{}").then().statusCode(200);
    }

    /** The sweep passes over what somebody else has locked: so these see what is true before it is stored. */
    @Nested
    class BeforeItIsStored {
        private Connection lock;
        private String pending;

        @BeforeEach
        void keepTheSweepAway() throws SQLException {
            lock = database.connect();
            lock.setAutoCommit(false);
            try (Statement statement = lock.createStatement()) {
                statement.execute("select 1 from invitation where id = '" + Scene.idOf(path) + "' for update");
            }
            pending = scene.admin(aurora).get(path).header("ETag");
            clock.advance(DAYS_14);
        }

        @AfterEach
        void release() throws SQLException {
            lock.close();
        }

        @Test
        void shouldBeReadAsExpiredByBothSides() {
            for (Org side : List.of(aurora, meridian)) {
                scene.admin(side)
                        .get(path)
                        .then()
                        .statusCode(200)
                        .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                        .body("status", equalTo("EXPIRED"))
                        .body("$", not(hasKey("decidedBy")));
            }
        }

        @Test
        void shouldNotBeKeptAsPendingByACache() {
            scene.admin(aurora)
                    .header("If-None-Match", pending)
                    .get(path)
                    .then()
                    .statusCode(200);
        }

        @Test
        void shouldBeListedAsExpiredAlone() {
            for (Org side : List.of(aurora, meridian)) {
                scene.admin(side)
                        .get("/v1/invitations?includeTotal=true")
                        .then()
                        .body("items", hasSize(0))
                        .body("total", equalTo(0));
                scene.admin(side)
                        .get("/v1/invitations?status=EXPIRED")
                        .then()
                        .body("items.status", equalTo(List.of("EXPIRED")));
            }
        }

        @Test
        void shouldHaveChangedWhenItsTimePassed() {
            expectChangedAtExpiry();
        }

        @Test
        void shouldRefuseEveryAnswer() throws SQLException {
            // An answer locks the row; the sweep may have it by now, or not: the answer is the same.
            lock.rollback();

            scene.accept(meridian, path)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/invitation-not-pending"));
            Scene.post(scene.admin(meridian), path + "/deny", "{}").then().statusCode(409);
            scene.admin(aurora).post(path + "/cancel").then().statusCode(409);
        }

        @Test
        void shouldNotKeepTheCustomerFromInvitingAgain() throws SQLException {
            lock.rollback();

            scene.invite(aurora, meridian).then().statusCode(201);
        }
    }

    @Test
    void shouldBeAnnouncedAndRecordedOnceAsThePlatformsDoing() {
        clock.advance(DAYS_14);

        await().until(() -> heard.of(Scene.idOf(path)).size() > 1);
        scene.invite(aurora, meridian).then().statusCode(201);
        await().until(() -> heard.logOf(aurora.id()).size() == 3);

        List<Event<?>> events = heard.of(Scene.idOf(path));
        assertThat(events).extracting(Event::type).containsExactly("invitation.sent.v1", "invitation.expired.v1");
        assertThat(events.getLast().actor()).isNull();
        assertThat(((InvitationState) events.getLast().data()).status()).isEqualTo(InvitationState.Status.EXPIRED);
        AuditEntry entry = heard.logOf(aurora.id()).get(1);
        assertThat(entry.userId()).isEqualTo(AuditEntry.PLATFORM);
        assertThat(entry.operation()).isEqualTo(AuditEntry.Operation.UPDATE);
        assertThat(entry.objectName()).isEqualTo(meridian.domain());
        scene.admin(aurora)
                .get(path)
                .then()
                .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                .body("status", equalTo("EXPIRED"));
    }

    @Test
    void shouldHaveChangedAtTheSameTimeOnceItIsStored() {
        clock.advance(DAYS_14);
        await().until(() -> heard.of(Scene.idOf(path)).size() > 1);

        expectChangedAtExpiry();
    }

    private void expectChangedAtExpiry() {
        for (Org side : List.of(aurora, meridian)) {
            Response expired = scene.admin(side).get(path);
            Instant expiry = Instant.parse(expired.path("expiresAt"));
            String since = "/v1/invitations?status=EXPIRED&updatedSince=";

            assertThat(Instant.parse(expired.path("updatedAt"))).isEqualTo(expiry);
            scene.admin(side).get(since + expiry).then().body("items.updatedAt", equalTo(List.of(expiry.toString())));
            scene.admin(side).get(since + expiry.plusMillis(1)).then().body("items", hasSize(0));
        }
    }

    @Test
    void shouldNotTouchWhatWasAnswered() {
        scene.accept(meridian, path).then().statusCode(200);
        clock.advance(DAYS_14);
        String later = scene.invited(meridian, aurora);
        clock.advance(DAYS_14);
        await().until(() -> heard.of(Scene.idOf(later)).size() == 2);

        assertThat(heard.of(Scene.idOf(path))).hasSize(2);
        scene.admin(aurora).get(path).then().body("status", equalTo("ACCEPTED"));
        scene.invite(aurora, meridian).then().statusCode(409).body("type", equalTo("/problems/relationship-exists"));
    }
}
