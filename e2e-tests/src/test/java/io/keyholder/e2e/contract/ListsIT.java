package io.keyholder.e2e.contract;

import static io.keyholder.e2e.actors.Bodies.csvOfRooms;
import static io.keyholder.e2e.actors.Bodies.role;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsIT {

    private static final int ROOMS = 230;
    private static final int LISTS = 7;

    private final World world = new World();
    private Organisation organisation;
    private Actor admin;

    @BeforeAll
    void twoHundredAndThirtyRooms() {
        organisation = world.customer("Aurora");
        admin = organisation.globalAdmin();
        admin.importRooms(csvOfRooms("Room", ROOMS, "US")).is(201);
        for (int i = 0; i < LISTS; i++) {
            organisation.roomGroup("Group " + i);
            admin.post("/roles", role("Role " + i, "rooms:view")).is(201);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sort=name, 50",
        "limit=1, 1",
        "limit=200, 200",
        "limit=500, 200",
        "limit=2147483647, 200",
        "limit=99999999999999999999, 200"
    })
    void shouldHoldAsManyAsTheLimitSays(String query, int expected) {
        assertThat(admin.get("/rooms?" + query).is(200).items()).hasSize(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "1.5"})
    void shouldRefuseLimitsThatAreNone(String limit) {
        for (String list : List.of("/rooms", "/roles", "/room-groups", "/relationships", "/invitations", "/tenants")) {
            admin.get(list + "?limit=" + limit).isInvalidAt("limit");
        }
    }

    @ParameterizedTest
    @CsvSource({"/rooms, 60", "/room-groups, 2", "/roles, 3", "/audit/events, 7", "/permissions, 5"})
    void shouldBeWalkedWithoutGapsAndRepetitions(String list, int limit) {
        List<Map<String, Object>> whole = admin.all(list + "?limit=200");

        List<Map<String, Object>> walked = admin.all(list + "?limit=" + limit);

        assertThat(walked).isEqualTo(whole).doesNotHaveDuplicates();
    }

    @Test
    void shouldGoOnWhereTheLinkSays() {
        Answer first = admin.get("/rooms?limit=200&sort=name&country=US").is(200);
        String link = first.header("Link");

        assertThat(link).matches("<[^>]+>; ?rel=\"next\"");
        String next = link.substring(1, link.indexOf('>'));
        Answer last = admin.get(next.substring(next.indexOf("/v1") + 3)).is(200);
        assertThat(last.items()).hasSize(ROOMS - 200);
        assertThat(last.<Object>value("nextCursor")).isNull();
        assertThat(last.body()).doesNotContain("nextCursor");
    }

    @Test
    void shouldTellTheTotalWhenAsked() {
        assertThat(admin.get("/rooms?limit=1").is(200).body()).doesNotContain("total");
        assertThat(admin.get("/rooms?limit=1&includeTotal=true").is(200).total())
                .isEqualTo(ROOMS);
        assertThat(admin.get("/rooms?includeTotal=true&q=Room%2001").is(200).total())
                .isEqualTo(10);
        assertThat(admin.get("/rooms?includeTotal=true&country=DE").is(200).total())
                .isZero();
        assertThat(admin.get("/room-groups?includeTotal=true").is(200).total()).isEqualTo(LISTS);
        assertThat(admin.get("/roles?includeTotal=true").is(200).total()).isEqualTo(LISTS + 4);
        admin.get("/rooms?includeTotal=maybe").isInvalidAt("includeTotal");
    }

    @Test
    void shouldRefuseCursorsThatAreBrokenOrForeign() {
        String cursor = admin.get("/rooms?limit=10").is(200).text("nextCursor");
        String changed = (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1);

        assertThat(admin.get("/rooms?limit=10&cursor=" + cursor).is(200).items())
                .hasSize(10);
        for (String query : List.of(
                "/rooms?cursor=abc",
                "/rooms?cursor=" + changed,
                "/rooms?cursor=" + cursor.substring(0, cursor.length() - 4),
                "/rooms?country=US&cursor=" + cursor,
                "/rooms?sort=-name&cursor=" + cursor,
                "/room-groups?cursor=" + cursor,
                "/roles?cursor=" + cursor)) {
            admin.get(query).isInvalidAt("cursor");
        }
    }

    @Test
    void shouldNotLetACursorOpenAnotherTenant() {
        String cursor = admin.get("/rooms?limit=10").is(200).text("nextCursor");

        Answer answer = world.customer("Borealis")
                .globalAdmin()
                .get("/rooms?limit=10&cursor=" + cursor)
                .isOneOf(200, 400);

        assertThat(answer.body()).doesNotContain("Room 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rooms", "/room-groups", "/roles"})
    void shouldBeSortedByName(String list) {
        List<String> up = names(list + "?limit=20&sort=name");
        List<String> down = names(list + "?limit=20&sort=-name");

        assertThat(up).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER).hasSizeGreaterThan(5);
        assertThat(down).isEqualTo(up.reversed());
        admin.get(list + "?sort=colour").isInvalidAt("sort");
    }

    @Test
    void shouldBeSortedByTheTimeOfCreation() {
        List<String> times = admin.all("/rooms?limit=200&sort=-createdAt").stream()
                .map(room -> (String) room.get("createdAt"))
                .toList();

        assertThat(times).hasSize(ROOMS).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void shouldBeStableUnderInserts() {
        Organisation growing = world.customer("Growing");
        Actor gail = growing.globalAdmin();
        gail.importRooms(csvOfRooms("Room", 30, "US")).is(201);
        List<String> seen =
                new ArrayList<>(gail.get("/rooms?limit=10&sort=name").is(200).texts("items.name"));
        String cursor = gail.get("/rooms?limit=10&sort=name").text("nextCursor");

        growing.room("A first one", "US");
        while (cursor != null) {
            Answer page = gail.get("/rooms?limit=10&sort=name&cursor=" + cursor).is(200);
            seen.addAll(page.texts("items.name"));
            cursor = page.text("nextCursor");
        }

        assertThat(seen).hasSize(30).doesNotHaveDuplicates();
    }

    private List<String> names(String query) {
        return admin.all(query).stream().map(item -> (String) item.get("name")).toList();
    }
}
