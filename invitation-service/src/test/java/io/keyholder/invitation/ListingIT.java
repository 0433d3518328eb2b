package io.keyholder.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.keyholder.invitation.Scene.Org;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ListingIT extends InAScene {
    @Test
    void shouldShowEachBoxAndBothTheNewestFirst() {
        Org solstice = scene.tenant("Solstice");
        String first = id(scene.invited(aurora, meridian));
        String second = id(scene.invited(aurora, solstice));
        String third = id(scene.invited(meridian, aurora));

        assertThat(ids(aurora, "?box=SENT")).containsExactly(second, first);
        assertThat(ids(aurora, "?box=RECEIVED")).containsExactly(third);
        assertThat(ids(aurora, "")).containsExactly(third, second, first);
        assertThat(ids(meridian, "")).containsExactly(third, first);
    }

    @Test
    void shouldShowWhatIsPendingUnlessOtherwiseAsked() {
        String denied = scene.invited(aurora, meridian);
        Scene.post(scene.admin(meridian), denied + "/deny", "{}").then().statusCode(200);
        String cancelled = scene.invited(aurora, meridian);
        scene.admin(aurora).post(cancelled + "/cancel").then().statusCode(200);
        String accepted = scene.invited(aurora, meridian);
        scene.accept(meridian, accepted).then().statusCode(200);

        assertThat(ids(aurora, "")).isEmpty();
        assertThat(ids(aurora, "?status=DENIED")).containsExactly(id(denied));
        assertThat(ids(meridian, "?status=DENIED&status=CANCELLED")).containsExactly(id(cancelled), id(denied));
        assertThat(ids(meridian, "?status=ACCEPTED&status=PENDING&status=EXPIRED"))
                .containsExactly(id(accepted));
        scene.admin(meridian)
                .get("/v1/invitations?status=ACCEPTED")
                .then()
                .body("items[0].relationshipId", startsWith("0"));
    }

    @Test
    void shouldFindByDomainAndByTheCustomersName() {
        Org borealis = scene.tenant("Borealis");
        String fromAurora = id(scene.invited(aurora, meridian));
        String fromBorealis = id(scene.invited(borealis, meridian));

        assertThat(ids(meridian, "?q=BOREA")).containsExactly(fromBorealis);
        assertThat(ids(meridian, "?q=meridian-")).containsExactly(fromBorealis, fromAurora);
        assertThat(ids(meridian, "?q=solstice")).isEmpty();
        assertThat(ids(aurora, "?q=MERIDIAN")).containsExactly(fromAurora);
        assertThat(ids(aurora, "?q=aurora")).isEmpty();
        assertThat(ids(meridian, "?q=%25")).isEmpty();
    }

    @Test
    void shouldTakeACustomerFilter() {
        Org borealis = scene.tenant("Borealis");
        String fromAurora = id(scene.invited(aurora, meridian));
        scene.invited(borealis, meridian);

        assertThat(ids(meridian, "?customerId=" + aurora.id())).containsExactly(fromAurora);
        assertThat(ids(aurora, "?customerId=" + borealis.id())).isEmpty();
    }

    @Test
    void shouldPageWithoutGapsOrRepetitionWhileMoreAreSent() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.addFirst(id(scene.invited(aurora, scene.tenant("Partner" + i))));
        }

        Response first = scene.admin(aurora).get("/v1/invitations?limit=2&includeTotal=true");
        first.then().statusCode(200).body("total", equalTo(5)).header("Link", startsWith("</v1/invitations?"));
        scene.invited(aurora, meridian);
        Response second = page(first);
        Response third = page(second);

        List<String> seen = new ArrayList<>(first.<List<String>>path("items.id"));
        seen.addAll(second.path("items.id"));
        seen.addAll(third.path("items.id"));
        assertThat(seen).isEqualTo(sent);
        third.then().body("$", not(hasKey("nextCursor"))).body("$", not(hasKey("total")));
        scene.admin(aurora)
                .get("/v1/invitations?limit=2&box=SENT&cursor=" + first.path("nextCursor"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    @Test
    void shouldBeSortedAndFilteredAsAnyList() {
        Org borealis = scene.tenant("Borealis");
        String first = id(scene.invited(aurora, meridian));
        String second = id(scene.invited(aurora, borealis));

        assertThat(ids(aurora, "?sort=createdAt")).containsExactly(first, second);
        assertThat(ids(aurora, "?sort=-expiresAt")).containsExactly(second, first);
        assertThat(ids(aurora, "?sort=partnerDomain")).containsExactly(second, first);
        assertThat(ids(aurora, "?sort=-name")).containsExactly(first, second);
        assertThat(ids(aurora, "?ids=" + first)).containsExactly(first);
        assertThat(ids(aurora, "?updatedSince=2100-01-01T00:00:00Z")).isEmpty();
        assertThat(ids(aurora, "?updatedSince=2020-01-01T00:00:00Z")).containsExactly(second, first);
        String next = scene.admin(aurora)
                .get("/v1/invitations?sort=partnerDomain&limit=1")
                .path("nextCursor");
        assertThat(ids(aurora, "?sort=partnerDomain&limit=1&cursor=" + next)).containsExactly(first);
    }

    @Test
    void shouldSayWhenEachLastChangedAsTheSingleOneDoes() {
        String path = scene.invited(aurora, meridian);
        Response sent = scene.admin(aurora).get(path);
        Scene.post(scene.admin(meridian), path + "/deny", "{}").then().statusCode(200);
        Response denied = scene.admin(aurora).get(path);

        assertThat(sent.<String>path("updatedAt")).isEqualTo(sent.path("createdAt"));
        assertThat(denied.<String>path("createdAt")).isEqualTo(sent.path("createdAt"));
        assertThat(denied.<String>path("updatedAt"))
                .isEqualTo(denied.path("decidedAt"))
                .isNotEqualTo(sent.path("updatedAt"));
        assertThat(denied.<String>path("version")).isNotEqualTo(sent.path("version"));
        assertThat(denied.header("ETag")).startsWith("\"" + denied.path("version") + ".");
        for (Org side : List.of(aurora, meridian)) {
            Map<String, Object> single = scene.admin(side).get(path).jsonPath().getMap("$");
            scene.admin(side).get("/v1/invitations?status=DENIED").then().body("items", equalTo(List.of(single)));
        }
    }

    @Test
    void shouldFindWhatChangedSince() {
        String denied = scene.invited(aurora, meridian);
        String pending = scene.invited(aurora, scene.tenant("Solstice"));
        Scene.post(scene.admin(meridian), denied + "/deny", "{}").then().statusCode(200);
        Response answered = scene.admin(aurora).get(denied);
        Instant change = Instant.parse(answered.path("updatedAt"));
        String since = "?status=PENDING&status=DENIED&includeTotal=true&updatedSince=";

        assertThat(ids(aurora, since + answered.path("createdAt"))).containsExactly(id(pending), id(denied));
        assertThat(ids(aurora, since + change)).containsExactly(id(denied));
        assertThat(ids(meridian, since + change)).containsExactly(id(denied));
        assertThat(ids(aurora, since + change.plus(1, ChronoUnit.MICROS))).isEmpty();
    }

    /** 0.1.0 wrote when it stored a change, or nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "decided_at + interval '5 seconds'"})
    void shouldGoByTheChangeItselfWhateverTheVersionBeforeWrites(String updatedAt) throws SQLException {
        String path = scene.invited(aurora, meridian);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update invitation set status = 'DENIED', decided_by = 'tim', version = 2,"
                    + " decided_at = created_at + interval '1 second' where id = '" + id(path) + "'");
            statement.execute("update invitation set updated_at = " + updatedAt + " where id = '" + id(path) + "'");
        }
        Instant change = Instant.parse(scene.admin(aurora).get(path).path("updatedAt"));

        assertThat(ids(aurora, "?status=DENIED&updatedSince=" + change)).containsExactly(id(path));
        assertThat(ids(aurora, "?status=DENIED&updatedSince=" + change.plus(1, ChronoUnit.MICROS)))
                .isEmpty();
    }

    private Response page(Response before) {
        return scene.admin(aurora).get("/v1/invitations?limit=2&cursor=" + before.path("nextCursor"));
    }

    @ParameterizedTest
    @CsvSource({
        "box=BOTH, box",
        "status=GONE, status",
        "status=pending, status",
        "customerId=x, customerId",
        "limit=0, limit",
        "includeTotal=perhaps, includeTotal",
        "q=%00, q",
        "sort=colour, sort",
        "ids=x, ids",
        "updatedSince=yesterday, updatedSince",
        "colour=red, colour"
    })
    void shouldNameTheParameterThatIsWrong(String query, String named) {
        scene.admin(aurora)
                .urlEncodingEnabled(false)
                .get("/v1/invitations?" + query)
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo(named));
    }

    private List<String> ids(Org org, String query) {
        return scene.admin(org)
                .urlEncodingEnabled(false)
                .get("/v1/invitations" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static String id(String path) {
        return Scene.idOf(path).toString();
    }
}
