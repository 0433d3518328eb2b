package io.keyholder.e2e.actors;

import java.util.List;

/** Clears away what earlier plays left of a demo customer, so that exact totals can be told. */
public final class CleanSlate {

    private CleanSlate() {}

    public static void of(Actor admin) {
        for (String id : ids(admin, "/relationships?side=CUSTOMER&status=ACTIVE&status=SUSPENDED")) {
            admin.deleteCurrent("/relationships/" + id).is(204);
        }
        for (String id : ids(admin, "/invitations?box=SENT")) {
            admin.post("/invitations/" + id + "/cancel").is(200);
        }
        for (String id : ids(admin, "/room-groups")) {
            admin.deleteCurrent("/room-groups/" + id).is(204);
        }
        for (String id : ids(admin, "/rooms")) {
            admin.post("/rooms/" + id + "/unenroll").is(200);
        }
    }

    private static List<String> ids(Actor admin, String list) {
        return admin.all(list + (list.contains("?") ? "&" : "?") + "limit=200").stream()
                .map(item -> (String) item.get("id"))
                .toList();
    }
}
