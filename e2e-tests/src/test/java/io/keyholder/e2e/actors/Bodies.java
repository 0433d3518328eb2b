package io.keyholder.e2e.actors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is sent, in the words of the contract. */
public final class Bodies {

    private Bodies() {}

    public static Map<String, Object> all() {
        return Map.of("type", "ALL");
    }

    public static Map<String, Object> rooms(String... ids) {
        return Map.of("type", "SELECTED", "roomIds", List.of(ids));
    }

    public static Map<String, Object> roomGroups(String... ids) {
        return Map.of("type", "SELECTED", "roomGroupIds", List.of(ids));
    }

    public static Map<String, Object> user(Actor actor) {
        return Map.of("type", "USER", "id", actor.id());
    }

    public static Map<String, Object> group(String id) {
        return Map.of("type", "GROUP", "id", id);
    }

    public static Map<String, Object> primaryAdmins(Object... principals) {
        return Map.of("primaryAdmins", principals);
    }

    public static Map<String, Object> invitation(String partnerDomain, Object scope) {
        return Map.of("partnerDomain", partnerDomain, "expiresInDays", 14, "roomScope", scope, "termsAccepted", true);
    }

    public static Map<String, Object> assignment(String name, Object scope, Object... members) {
        return Map.of("name", name, "members", members, "scope", scope);
    }

    public static Map<String, Object> role(String name, String... permissions) {
        return Map.of("name", name, "permissions", permissions);
    }

    public static Map<String, Object> room(String name, String country) {
        return Map.of("name", name, "location", Map.of("country", country));
    }

    /** The same with one field changed; null leaves it out. */
    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return changed;
    }

    public static String csvOfRooms(String prefix, int count, String country) {
        StringBuilder csv = new StringBuilder("name,country,state,city,building,floor,capacity\n");
        for (int i = 1; i <= count; i++) {
            csv.append("%s %03d,%s,,,Main,%d,%d\n".formatted(prefix, i, country, 1 + i % 9, 4 + i % 16));
        }
        return csv.toString();
    }
}
