package io.keyholder.driver;

import java.util.List;
import java.util.Map;

/**
 * An accepted invitation.
 *
 * @param consistency the acceptance's token
 */
public record Relationship(Tenant customer, Tenant partner, String id, String primaryAdmin, String consistency) {

    /** Its Primary admin, who sees what the acceptance made. */
    public Caller admin() {
        return partner.user(primaryAdmin).seeing(consistency);
    }

    /** A custom role that sees rooms; the id. */
    public String viewingRole(Caller admin) {
        return admin.post(
                        "/roles", Map.of("relationshipId", id, "name", "Viewers", "permissions", List.of("rooms:view")))
                .is(201)
                .id();
    }

    /** What gives a role to a user over all of the relationship's rooms. */
    public static Map<String, Object> assignmentOf(String user) {
        return Map.of(
                "name", user, "members", List.of(Map.of("type", "USER", "id", user)), "scope", Map.of("type", "ALL"));
    }
}
