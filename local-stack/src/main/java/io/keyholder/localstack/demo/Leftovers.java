package io.keyholder.localstack.demo;

import io.keyholder.client.Keyholder;
import io.keyholder.client.model.Invitation;
import io.keyholder.client.model.Relationship;
import io.keyholder.client.model.Room;
import io.keyholder.client.model.RoomGroup;
import java.util.List;

/** Clears away what an earlier play left of a customer, so that the story can be told again. */
record Leftovers(Cast cast, Stage stage, String administrator) {
    private static final int PAGE = 200;

    void clear() {
        Keyholder keyholder = cast.offstage(administrator);
        List<Relationship> relationships = keyholder
                .relationships()
                .listRelationships(query ->
                        query.side("CUSTOMER").status("ACTIVE", "SUSPENDED").limit(PAGE))
                .all()
                .toList();
        for (Relationship one : relationships) {
            keyholder.relationships().terminateRelationship(one.getId(), one.getVersion());
        }
        List<Invitation> invitations = keyholder
                .invitations()
                .listInvitations(query -> query.box("SENT").status("PENDING").limit(PAGE))
                .all()
                .toList();
        for (Invitation one : invitations) {
            keyholder.invitations().cancelInvitation(one.getId(), null);
        }
        List<RoomGroup> groups = keyholder
                .roomGroups()
                .listRoomGroups(query -> query.limit(PAGE))
                .all()
                .toList();
        for (RoomGroup one : groups) {
            keyholder.roomGroups().deleteRoomGroup(one.getId(), one.getVersion());
        }
        List<Room> rooms =
                keyholder.rooms().listRooms(query -> query.limit(PAGE)).all().toList();
        for (Room one : rooms) {
            keyholder.rooms().unenrollRoom(one.getId());
        }
        if (relationships.size() + invitations.size() + groups.size() + rooms.size() > 0) {
            stage.note("%s clears away what an earlier play left: %d relationships, %d invitations, %d groups, %d rooms"
                    .formatted(administrator, relationships.size(), invitations.size(), groups.size(), rooms.size()));
        }
    }
}
