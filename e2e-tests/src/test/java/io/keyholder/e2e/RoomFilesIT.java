package io.keyholder.e2e;

import static io.keyholder.e2e.actors.Bodies.roomGroups;
import static io.keyholder.e2e.actors.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.AtOnce;
import io.keyholder.e2e.actors.Bodies;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.Partnership;
import io.keyholder.e2e.actors.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of rooms, and how rooms come to partners by the back door, through the gateway. */
class RoomFilesIT {
    private static final int LARGEST = 16 * 1024 * 1024;

    private Organisation customer;
    private Organisation other;
    private Organisation partner;
    private Actor admin;

    @BeforeEach
    void twoOrganisations() {
        World world = new World();
        customer = world.customer("Aurora");
        other = world.customer("Borealis");
        partner = world.partner("Meridian");
        admin = customer.globalAdmin();
    }

    @Test
    void shouldOutliveFilesThatAreMadeToHurt() throws Exception {
        List<String> bodies = List.of(
                "\n".repeat(LARGEST),
                "name,country\n" + ",".repeat(LARGEST - 20),
                "\"".repeat(LARGEST),
                "a".repeat(LARGEST),
                "{\"location\":".repeat(LARGEST / 12),
                "name,country\n" + "a,US\n".repeat(LARGEST / 5 - 20));
        try (ExecutorService clients = Executors.newFixedThreadPool(bodies.size())) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (String body : bodies) {
                String type = body.startsWith("n") || body.startsWith("\"") ? "text/csv" : "application/x-ndjson";
                answers.add(clients.submit(() -> admin.importRooms(type, body)));
            }
            for (Future<Answer> answer : answers) {
                answer.get().isOneOf(400, 413, 503);
            }
        }
        String rooms = Bodies.csvOfRooms("Room", 10_000, "US");
        for (Answer answer : AtOnce.send(
                () -> admin.importRooms(rooms), () -> other.globalAdmin().importRooms(rooms))) {
            answer.is(201);
        }
        assertThat(admin.get("/rooms?limit=1&includeTotal=true").is(200).total())
                .isEqualTo(10_000);
    }

    @Test
    void shouldImportAgainUnchangedWhatWasExported() {
        admin.importRooms("Name;COUNTRY;capacity;external id\r\nRainier;usa;12,0;A\r\n;;;\r\n=1+1;Germany;;B\r\n")
                .is(201);
        List<Map<String, Object>> before = admin.all("/rooms");

        Answer file = admin.get("/rooms/export?format=csv").is(200);
        assertThat(file.header("Content-Disposition")).contains("attachment");
        Answer again = admin.send(
                        "POST",
                        "/rooms/import?mode=UPSERT",
                        admin.request()
                                .contentType("text/csv; charset=utf-8")
                                .body(file.body().getBytes(StandardCharsets.UTF_8)))
                .is(201);

        assertThat(again.<Integer>value("created")).isZero();
        assertThat(again.<Integer>value("updated")).isZero();
        assertThat(admin.all("/rooms")).isEqualTo(before);
    }

    @Test
    void shouldGuardWhatWidensADelegation() {
        String room = customer.room("One", "US");
        String other = customer.room("Two", "US");
        String group = customer.roomGroup("US", room);
        Actor paul = partner.user("paul");
        Partnership partnership = customer.entrust(partner, roomGroups(group), paul);
        Actor lead = customer.withRole("lena", "site-lead");

        lead.put("/room-groups/" + group + "/rooms/" + other, admin.etag("/room-groups/" + group))
                .isForbiddenFor("partners:manage");
        admin.patchCurrent("/settings", Map.of("delegationGuard", false)).is(200);
        lead.put("/room-groups/" + group + "/rooms/" + other, admin.etag("/room-groups/" + group))
                .is(200);

        assertThat(partnership.roomsSeenBy(paul)).containsExactlyInAnyOrder("One", "Two");
        paul.patchCurrent("/rooms/" + room, with(Map.of(), "location", Map.of("country", "DE")))
                .is(403);
        assertThat(paul.get(partnership.delegation()).is(200).texts("roomScope.roomGroupIds"))
                .containsExactly(group);
    }
}
