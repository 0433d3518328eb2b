package io.keyholder.localstack.demo;

import io.keyholder.client.Keyholder;
import io.keyholder.client.Page;
import io.keyholder.client.RoomsApi.ListRoomsQuery;
import io.keyholder.client.model.AcceptRequest;
import io.keyholder.client.model.AssignmentRequest;
import io.keyholder.client.model.Delegation;
import io.keyholder.client.model.DelegationRequest;
import io.keyholder.client.model.InvitationRequest;
import io.keyholder.client.model.OfferedRooms;
import io.keyholder.client.model.PrimaryAdmin;
import io.keyholder.client.model.Principal;
import io.keyholder.client.model.Relationship;
import io.keyholder.client.model.RoleRequest;
import io.keyholder.client.model.Room;
import io.keyholder.client.model.RoomGroupRequest;
import io.keyholder.client.model.RoomLocation;
import io.keyholder.client.model.RoomPatch;
import io.keyholder.client.model.RoomRequest;
import io.keyholder.client.model.RoomScope;
import io.keyholder.client.model.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;

/** The story: Aurora and Borealis hand rooms to Meridian, and Aurora takes hers back. Solstice sees nothing of it. */
@NullUnmarked // What one chapter makes is there in the next.
final class Story {
    private static final String NOBODY_ELSE = "sol";
    private static final int PAGE = 200;

    private final Cast cast;
    private final Stage stage;
    private final Administrators administrators;

    private UUID aurora;
    private UUID borealis;
    private Room germanRoom;
    private Room borealisRoom;
    private Room chicagoRoom;
    private UUID groupUs;
    private UUID groupNewYork;
    private UUID invitation;
    private UUID relationship;
    private long usRooms;
    private long newYorkRooms;

    Story(Cast cast, Stage stage) {
        this.cast = cast;
        this.stage = stage;
        this.administrators = new Administrators(cast, stage);
    }

    void play() {
        stage.note(
                "Each request below also sends an Idempotency-Key if it is a POST, and the Keyholder-Consistency token of"
                        + " the last change, so that it sees it wherever it is served.");
        new Leftovers(cast, stage, "ada").clear();
        new Leftovers(cast, stage, "bruno").clear();
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
        Keyholder amelie = cast.as("amelie");
        aurora = amelie.access().getMyAccess().getTenantId();
        amelie.rooms()
                .createRoom(new RoomRequest()
                        .name("Boardroom")
                        .location(new RoomLocation().country("DE").city("Berlin"))
                        .capacity(20));
        amelie.rooms().importRooms(RoomList.aurora());
        groupUs = group("US", query -> query.country("US"));
        groupNewYork = group("US New York", query -> query.q("New York"));
        group("Germany", query -> query.country("DE"));
        usRooms = rooms("amelie", query -> query.country("US")).total().orElseThrow();
        newYorkRooms = rooms("amelie", query -> query.q("New York")).total().orElseThrow();
        germanRoom = rooms("amelie", query -> query.country("DE")).items().getFirst();
        chicagoRoom = rooms("amelie", query -> query.q("Chicago")).items().getFirst();
        stage.note("Borealis sets up its own rooms");
        borealis = cast.offstage("bruno").access().getMyAccess().getTenantId();
        cast.as("bruno").rooms().importRooms(RoomList.borealis());
        borealisRoom = rooms("bruno", query -> query.q("Toronto")).items().getFirst();
    }

    private void invite() {
        stage.chapter("2. She invites meridian.example for 14 days, with the room group US");
        OfferedRooms us =
                new OfferedRooms().type(OfferedRooms.TypeEnum.SELECTED).addRoomGroupIdsItem(groupUs);
        invitation = invite("amelie", us);
    }

    private void accept() {
        stage.chapter("3. Meridian's tenant manager sees the invitation and accepts it; Solstice does not know of it");
        administrators.assign("mia", "tenant-manager", "tom", "invitations:respond");
        Keyholder tom = cast.as("tom");
        tom.invitations().listInvitations(query -> query.box("RECEIVED"));
        tom.invitations().getInvitation(invitation);
        cast.isRefused(404, () -> cast.as(NOBODY_ELSE).invitations().getInvitation(invitation));
        relationship = accept(invitation);
        long seen =
                tom.rooms().listRooms(query -> query.includeTotal(true)).total().orElseThrow();
        expect(seen == 0, "The tenant manager sees no room");
    }

    private void primaryAdmin() {
        stage.chapter("4. Meridian's Primary admin lists rooms: exactly the US ones");
        Page<Room> first = partnersRooms("paul");
        expect(first.total().orElseThrow() == usRooms, "He sees the " + usRooms + " US rooms and no other");
        first.next();
        cast.as("priya").rooms().listRooms(query -> query.view("PARTNER").limit(1));
        cast.isRefused(404, () -> cast.as("paul").rooms().getRoom(germanRoom.getId()));
        cast.isRefused(404, () -> cast.as("paul").rooms().getRoom(borealisRoom.getId()));
    }

    private void helpDesk() {
        stage.chapter("5. He makes a role \"Help desk\" for Aurora and gives it to a group, over New York alone");
        UUID role = cast.as("paul")
                .roles()
                .createRole(new RoleRequest()
                        .relationshipId(relationship)
                        .name("Help desk")
                        .permissions(List.of("rooms:view", "incidents:view")))
                .getId();
        cast.as("paul")
                .assignments()
                .assignRole(
                        role,
                        new AssignmentRequest()
                                .name("New York help desk")
                                .addMembersItem(new Principal()
                                        .type(Principal.TypeEnum.GROUP)
                                        .id("help-desk"))
                                .scope(new Scope().type(Scope.TypeEnum.SELECTED).addRoomGroupIdsItem(groupNewYork)));
        Page<Room> seen = partnersRooms("hana");
        expect(seen.total().orElseThrow() == newYorkRooms, "She sees the " + newYorkRooms + " rooms in New York");
        Room room = cast.as("hana").rooms().getRoom(seen.items().getFirst().getId());
        cast.isRefused(
                403,
                () -> cast.as("hana")
                        .rooms()
                        .changeRoom(room.getId(), room.getVersion(), new RoomPatch().capacity(99)));
    }

    private void secondCustomer() {
        stage.chapter("6. Borealis invites Meridian as well: one list over both customers");
        accept(invite("bruno", new OfferedRooms().type(OfferedRooms.TypeEnum.ALL)));
        long both = partnersRooms("paul").total().orElseThrow();
        expect(both == usRooms + RoomList.BOREALIS, "Aurora's US rooms and all of Borealis, as one list");
        expect(roomsOf(borealis, "paul") == RoomList.BOREALIS, "With customerId just one customer");
        expect(roomsOf(borealis, "hana") == 0, "What hana may do at Aurora changes nothing at Borealis");
    }

    private void takeBack() {
        stage.chapter("7. Aurora narrows the delegation, suspends, resumes, and in the end removes Meridian");
        Keyholder amelie = cast.as("amelie");
        RoomScope newYork = new RoomScope().type(RoomScope.TypeEnum.SELECTED).addRoomGroupIdsItem(groupNewYork);
        amelie.updating(() -> {
            Delegation present = amelie.delegations().getDelegation(relationship);
            return amelie.delegations()
                    .putDelegation(relationship, present.getVersion(), new DelegationRequest().roomScope(newYork));
        });
        expectRooms("paul", newYorkRooms);
        cast.isRefused(404, () -> cast.as("paul").rooms().getRoom(chicagoRoom.getId()));
        amelie.relationships().suspendRelationship(relationship);
        expectRooms("paul", 0);
        cast.isRefused(403, () -> cast.as("paul").roles().listRoles(query -> query.relationshipId(relationship)));
        amelie.relationships().resumeRelationship(relationship);
        expectRooms("paul", newYorkRooms);
        Relationship present = amelie.relationships().getRelationship(relationship);
        amelie.relationships().terminateRelationship(relationship, present.getVersion());
        expectRooms("paul", 0);
        cast.isRefused(
                404,
                () -> cast.as("paul")
                        .rooms()
                        .changeRoom(chicagoRoom.getId(), chicagoRoom.getVersion(), new RoomPatch().capacity(1)));
        cast.isRefused(404, () -> cast.as("paul").roles().listRoles(query -> query.relationshipId(relationship)));
        expect(roomsOf(borealis, "paul") == RoomList.BOREALIS, "Borealis is untouched");
    }

    private void audit() {
        stage.chapter("8. Aurora's administrator exports the audit log: each step is there, refused ones included");
        List<String> lines = lines(cast.as("amelie").audit().exportAuditEvents(query -> query.format("csv")));
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
            expect(lines.stream().anyMatch(line -> line.contains(step)), "The log holds: " + step);
        }
        expect(
                lines.stream().anyMatch(line -> line.contains(",\"Update\",\"Failed\",")),
                "The log holds refused attempts");
    }

    private UUID group(String name, Consumer<ListRoomsQuery> filter) {
        List<UUID> rooms = cast.offstage("amelie")
                .rooms()
                .listRooms(filter.andThen(query -> query.limit(PAGE)))
                .all()
                .map(Room::getId)
                .toList();
        return cast.as("amelie")
                .roomGroups()
                .createRoomGroup(new RoomGroupRequest().name(name).roomIds(rooms))
                .getId();
    }

    private UUID invite(String user, OfferedRooms rooms) {
        return cast.as(user)
                .invitations()
                .sendInvitation(new InvitationRequest()
                        .partnerDomain("meridian.example")
                        .expiresInDays(14)
                        .roomScope(rooms)
                        .termsAccepted(true))
                .getId();
    }

    private UUID accept(UUID id) {
        return cast.as("tom")
                .invitations()
                .acceptInvitation(
                        id,
                        new AcceptRequest()
                                .addPrimaryAdminsItem(new PrimaryAdmin()
                                        .type(PrimaryAdmin.TypeEnum.USER)
                                        .id(cast.idOf("paul")))
                                .addPrimaryAdminsItem(new PrimaryAdmin()
                                        .type(PrimaryAdmin.TypeEnum.GROUP)
                                        .id("primary-admins")))
                .getRelationshipId();
    }

    private void expectRooms(String user, long count) {
        expect(roomsOf(aurora, user) == count, user + " sees " + count + " of Aurora's rooms");
    }

    private long roomsOf(UUID customer, String user) {
        return cast.as(user)
                .rooms()
                .listRooms(query -> query.includeTotal(true).customerId(customer))
                .total()
                .orElseThrow();
    }

    private Page<Room> partnersRooms(String user) {
        return cast.as(user).rooms().listRooms(query -> query.view("PARTNER").includeTotal(true));
    }

    private Page<Room> rooms(String user, Consumer<ListRoomsQuery> filter) {
        return cast.offstage(user)
                .rooms()
                .listRooms(filter.andThen(query -> query.limit(1).includeTotal(true)));
    }

    private static List<String> lines(InputStream file) {
        try (file) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void expect(boolean holds, String what) {
        if (!holds) {
            throw new UnexpectedAnswer("This does not hold: " + what);
        }
        stage.detail("✓ " + what);
    }
}
