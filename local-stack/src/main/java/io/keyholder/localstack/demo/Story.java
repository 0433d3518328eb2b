package io.keyholder.localstack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The story: Aurora and Borealis hand rooms to Meridian, and Aurora takes hers back. Solstice sees nothing of it. */
final class Story {
    private static final String NOBODY_ELSE = "sol";

    private final Client client;
    private final Stage stage;
    private final Administrators administrators;

    private String aurora = "";
    private String borealis = "";
    private String germanRoom = "";
    private String borealisRoom = "";
    private String chicagoRoom = "";
    private String groupUs = "";
    private String groupNewYork = "";
    private String invitation = "";
    private String relationship = "";
    private long usRooms;
    private long newYorkRooms;

    Story(Client client, Stage stage) {
        this.client = client;
        this.stage = stage;
        this.administrators = new Administrators(client, stage);
    }

    void play() {
        stage.note(
                "Each request below also sends an Idempotency-Key if it is a POST, and the Keyholder-Consistency token of"
                        + " the last change, so that it sees it wherever it is served.");
        new Leftovers(client, stage, "ada").clear();
        new Leftovers(client, stage, "bruno").clear();
        roomsAndGroups();
        invite();
        accept();
        primaryAdmin();
        helpDesk();
        secondCustomer();
        takeBack();
        audit();
        stage.note("The end.");
    }

    private void roomsAndGroups() {
        stage.chapter("1. Aurora's Global admin makes a colleague managed service administrator; she sets up rooms");
        administrators.assign("ada", "managed-service-administrator", "amelie", "partners:manage");
        aurora = client.show(200, Call.get("amelie", "/v1/access/me"))
                .json()
                .path("tenantId")
                .asText();
        client.show(
                201,
                Call.post(
                        "amelie",
                        "/v1/rooms",
                        "{\"name\":\"Boardroom\",\"location\":{\"country\":\"DE\",\"city\":\"Berlin\"},\"capacity\":20}"));
        client.show(201, Call.csv("amelie", "/v1/rooms/import", RoomList.aurora()));
        groupUs = group("US", "country=US");
        groupNewYork = group("US New York", "q=New%20York");
        group("Germany", "country=DE");
        usRooms = count("amelie", "country=US");
        newYorkRooms = count("amelie", "q=New%20York");
        germanRoom = firstRoom("amelie", "country=DE");
        chicagoRoom = firstRoom("amelie", "q=Chicago");
        stage.note("Borealis sets up its own rooms");
        borealis = client.send(Call.get("bruno", "/v1/access/me"))
                .json()
                .path("tenantId")
                .asText();
        client.show(201, Call.csv("bruno", "/v1/rooms/import", RoomList.borealis()));
        borealisRoom = firstRoom("bruno", "q=Toronto");
    }

    private void invite() {
        stage.chapter("2. She invites meridian.example for 14 days, with the room group US");
        invitation = client.show(201, Call.post("amelie", "/v1/invitations", invitation("SELECTED", groupUs)))
                .id();
    }

    private void accept() {
        stage.chapter("3. Meridian's tenant manager sees the invitation and accepts it; Solstice does not know of it");
        administrators.assign("mia", "tenant-manager", "tom", "invitations:respond");
        client.show(200, Call.get("tom", "/v1/invitations?box=RECEIVED"));
        client.show(200, Call.get("tom", "/v1/invitations/" + invitation));
        client.show(404, Call.get(NOBODY_ELSE, "/v1/invitations/" + invitation));
        relationship = acceptance(invitation);
        Reply rooms = client.show(200, Call.get("tom", "/v1/rooms?includeTotal=true"));
        expect(rooms.total() == 0, "The tenant manager sees no room");
    }

    private void primaryAdmin() {
        stage.chapter("4. Meridian's Primary admin lists rooms: exactly the US ones");
        Reply first = client.show(200, Call.get("paul", "/v1/rooms?view=PARTNER&includeTotal=true"));
        expect(first.total() == usRooms, "He sees the " + usRooms + " US rooms and no other");
        String cursor = first.json().path("nextCursor").asText();
        client.show(200, Call.get("paul", "/v1/rooms?view=PARTNER&cursor=" + cursor));
        client.show(200, Call.get("priya", "/v1/rooms?view=PARTNER&limit=1"));
        client.show(404, Call.get("paul", "/v1/rooms/" + germanRoom));
        client.show(404, Call.get("paul", "/v1/rooms/" + borealisRoom));
    }

    private void helpDesk() {
        stage.chapter("5. He makes a role \"Help desk\" for Aurora and gives it to a group, over New York alone");
        String role = client.show(201, Call.post("paul", "/v1/roles", """
                                {"relationshipId":"%s","name":"Help desk","permissions":["rooms:view","incidents:view"]}""".formatted(relationship)))
                .id();
        client.show(201, Call.post("paul", "/v1/roles/" + role + "/assignments", """
                        {"name":"New York help desk","members":[{"type":"GROUP","id":"help-desk"}],"scope":{"type":"SELECTED","roomGroupIds":["%s"]}}""".formatted(groupNewYork)));
        Reply rooms = client.show(200, Call.get("hana", "/v1/rooms?view=PARTNER&includeTotal=true"));
        expect(rooms.total() == newYorkRooms, "She sees the " + newYorkRooms + " rooms in New York");
        String room = "/v1/rooms/" + rooms.items("id").getFirst();
        String etag = client.show(200, Call.get("hana", room)).header("ETag");
        client.show(403, Call.patch("hana", room, etag, "{\"capacity\":99}"));
    }

    private void secondCustomer() {
        stage.chapter("6. Borealis invites Meridian as well: one list over both customers");
        String second = client.show(201, Call.post("bruno", "/v1/invitations", invitation("ALL", "")))
                .id();
        acceptance(second);
        Reply both = client.show(200, Call.get("paul", "/v1/rooms?view=PARTNER&includeTotal=true"));
        expect(both.total() == usRooms + 30, "Aurora's US rooms and all of Borealis, as one list");
        Reply one = client.show(200, Call.get("paul", "/v1/rooms?includeTotal=true&customerId=" + borealis));
        expect(one.total() == 30, "With customerId just one customer");
        Reply none = client.show(200, Call.get("hana", "/v1/rooms?includeTotal=true&customerId=" + borealis));
        expect(none.total() == 0, "What hana may do at Aurora changes nothing at Borealis");
    }

    private void takeBack() {
        stage.chapter("7. Aurora narrows the delegation, suspends, resumes, and in the end removes Meridian");
        String delegation = "/v1/delegations/" + relationship;
        String etag = client.show(200, Call.get("amelie", delegation)).header("ETag");
        client.show(
                200, Call.put("amelie", delegation, etag, "{\"roomScope\":" + scope("SELECTED", groupNewYork) + "}"));
        expectRooms("paul", newYorkRooms);
        client.show(404, Call.get("paul", "/v1/rooms/" + chicagoRoom));
        client.show(200, Call.post("amelie", "/v1/relationships/" + relationship + "/suspend"));
        expectRooms("paul", 0);
        client.show(403, Call.get("paul", "/v1/roles?relationshipId=" + relationship));
        client.show(200, Call.post("amelie", "/v1/relationships/" + relationship + "/resume"));
        expectRooms("paul", newYorkRooms);
        String version = client.show(200, Call.get("amelie", "/v1/relationships/" + relationship))
                .header("ETag");
        client.show(204, Call.delete("amelie", "/v1/relationships/" + relationship, version));
        expectRooms("paul", 0);
        client.show(404, Call.patch("paul", "/v1/rooms/" + chicagoRoom, "\"1\"", "{\"capacity\":1}"));
        client.show(404, Call.get("paul", "/v1/roles?relationshipId=" + relationship));
        Reply other = client.show(200, Call.get("paul", "/v1/rooms?includeTotal=true&customerId=" + borealis));
        expect(other.total() == 30, "Borealis is untouched");
    }

    private void audit() {
        stage.chapter("8. Aurora's administrator exports the audit log: each step is there, refused ones included");
        Reply export = client.show(200, Call.get("amelie", "/v1/audit/export?format=csv"));
        List<String> lines = export.text().lines().toList();
        stage.detail(lines.size() - 1 + " entries, among them:");
        stage.detail(lines.getFirst());
        lines.stream()
                .skip(1)
                .filter(line -> !line.startsWith("\"Room\","))
                .limit(16)
                .forEach(stage::detail);
        for (String step : List.of(
                "\"PartnerInvitation\",\"meridian.example\",\"Create\",\"Successful\"",
                "\"Role\",\"Help desk\",\"Create\",\"Successful\"")) {
            expect(export.text().contains(step), "The log holds: " + step);
        }
        expect(export.text().contains(",\"Update\",\"Failed\","), "The log holds refused attempts");
    }

    private String group(String name, String filter) {
        List<String> rooms = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = client.send(Call.get("amelie", "/v1/rooms?limit=200&" + filter + cursor));
            rooms.addAll(page.items("id"));
            cursor = page.json().has("nextCursor")
                    ? "&cursor=" + page.json().path("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        String ids = rooms.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        return client.show(
                        201,
                        Call.post(
                                "amelie", "/v1/room-groups", "{\"name\":\"%s\",\"roomIds\":[%s]}".formatted(name, ids)))
                .id();
    }

    private String acceptance(String id) {
        String paul = client.idOf("paul");
        return client.show(200, Call.post("tom", "/v1/invitations/" + id + "/accept", """
                                {"primaryAdmins":[{"type":"USER","id":"%s"},{"type":"GROUP","id":"primary-admins"}]}""".formatted(paul)))
                .json()
                .path("relationshipId")
                .asText();
    }

    private static String invitation(String type, String groupId) {
        return """
                {"partnerDomain":"meridian.example","expiresInDays":14,"roomScope":%s,"termsAccepted":true}""".formatted(scope(type, groupId));
    }

    private static String scope(String type, String groupId) {
        return groupId.isEmpty()
                ? "{\"type\":\"%s\"}".formatted(type)
                : "{\"type\":\"%s\",\"roomGroupIds\":[\"%s\"]}".formatted(type, groupId);
    }

    private void expectRooms(String user, long count) {
        Reply rooms = client.show(200, Call.get(user, "/v1/rooms?includeTotal=true&customerId=" + aurora));
        expect(rooms.total() == count, user + " sees " + count + " of Aurora's rooms");
    }

    private long count(String user, String filter) {
        return client.send(Call.get(user, "/v1/rooms?limit=1&includeTotal=true&" + filter))
                .total();
    }

    private String firstRoom(String user, String filter) {
        return client.send(Call.get(user, "/v1/rooms?limit=1&" + filter))
                .items("id")
                .getFirst();
    }

    private void expect(boolean holds, String what) {
        if (!holds) {
            throw new UnexpectedAnswer("This does not hold: " + what);
        }
        stage.detail("✓ " + what);
    }
}
