package io.keyholder.problems;

/** Refusals of changes to rooms and room groups. */
public enum RoomProblem implements ProblemType {
    EXTERNAL_ID_TAKEN(
            409,
            "The external id is taken",
            "A room's `externalId` is unique among a tenant's managed rooms.",
            "Choose another one, or change the room that has it: an import with `mode=UPSERT` does."),
    ROOM_UNENROLLED(
            409,
            "The room is unenrolled",
            "An unenrolled room can be read, but not changed, and cannot join a group.",
            "Enrol the device again: it becomes a new room."),
    ROOM_GROUP_NAME_TAKEN(
            409,
            "The room group's name is taken",
            "Room group names are unique within a tenant.",
            "Choose another name, or change the existing group.");

    private final Words words;

    RoomProblem(int status, String title, String meaning, String remedy) {
        this.words = new Words(status, title, meaning, remedy);
    }

    @Override
    public Words words() {
        return words;
    }
}
