package io.keyholder.e2e.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds names and formats of a body against the contract: camelCase, UUIDv7, UTC with Z. */
record Names(String asked) {

    private static final String UUID_V7 = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private static final Set<String> IDS = Set.of(
            "id",
            "tenantId",
            "relationshipId",
            "invitationId",
            "customerId",
            "roleId",
            "groupIds",
            "roomIds",
            "roomGroupIds");

    /** What is in them is named by others: by an identity provider, by permissions. */
    private static final Set<String> NAMED_BY_OTHERS = Set.of("roleMapping", "approvals");

    /** Their ids are the identity provider's. */
    private static final Set<String> PRINCIPALS = Set.of("USER", "GROUP");

    void check(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(this::check);
        } else if (value instanceof Map<?, ?> object) {
            boolean principal = object.get("type") instanceof String type && PRINCIPALS.contains(type);
            object.forEach((name, content) -> field((String) name, content, principal));
        }
    }

    private void field(String name, Object content, boolean ofPrincipal) {
        assertThat(name).as("field of " + asked).matches("[a-z][A-Za-z0-9]*");
        if (IDS.contains(name) && !(ofPrincipal && name.equals("id"))) {
            ids(name, content);
        }
        if (content instanceof String text && text.matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
            assertThat(text).as(name + " of " + asked).endsWith("Z").satisfies(time -> Instant.parse(time));
        }
        if (name.matches("status|type|category|operation|resultStatus") && content instanceof String text) {
            assertThat(text).as(name + " of " + asked).matches("[A-Z]+(_[A-Z]+)*");
        }
        if (!NAMED_BY_OTHERS.contains(name)) {
            check(content);
        }
    }

    private void ids(String name, Object content) {
        if (content instanceof String id) {
            assertThat(id).as(name + " of " + asked).matches(UUID_V7);
        } else if (content instanceof List<?> list) {
            list.forEach(id -> ids(name, id));
        }
    }
}
