package io.keyholder.localstack.demo;

import java.util.List;

/** Clears away what an earlier play left of a customer, so that the story can be told again. */
record Leftovers(Client client, Stage stage, String administrator) {

    void clear() {
        int ended =
                end("/v1/relationships?side=CUSTOMER&status=ACTIVE&status=SUSPENDED&limit=200", "/v1/relationships/");
        int cancelled = 0;
        for (String id : ids("/v1/invitations?box=SENT&limit=200")) {
            client.send(Call.post(administrator, "/v1/invitations/" + id + "/cancel"));
            cancelled++;
        }
        int groups = end("/v1/room-groups?limit=200", "/v1/room-groups/");
        int rooms = 0;
        for (List<String> page = rooms(); !page.isEmpty(); page = rooms()) {
            for (String id : page) {
                client.send(Call.post(administrator, "/v1/rooms/" + id + "/unenroll"));
                rooms++;
            }
        }
        if (ended + cancelled + groups + rooms > 0) {
            stage.note("%s clears away what an earlier play left: %d relationships, %d invitations, %d groups, %d rooms"
                    .formatted(administrator, ended, cancelled, groups, rooms));
        }
    }

    private List<String> rooms() {
        return ids("/v1/rooms?limit=200");
    }

    private int end(String list, String path) {
        int count = 0;
        for (String id : ids(list)) {
            String etag = client.send(Call.get(administrator, path + id)).header("ETag");
            client.send(Call.delete(administrator, path + id, etag));
            count++;
        }
        return count;
    }

    private List<String> ids(String list) {
        return client.send(Call.get(administrator, list)).items("id");
    }
}
