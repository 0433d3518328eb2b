package io.keyholder.web.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Describes the pages of lists: what they have in common beside their items. */
final class PageSchemas {
    private static final Map<String, String> MEMBERS = Map.of(
            "nextCursor", "Send it as `cursor` for the next page. Absent on the last one.",
            "total", "How many items there are in all; only with `includeTotal=true`.");

    private PageSchemas() {}

    static void describe(String name, Schema schema) {
        if (name.endsWith("Page") && schema.getProperties() != null) {
            schema.setDescription("One page of a list.");
            schema.getProperties().forEach((member, described) -> described.setDescription(MEMBERS.get(member)));
        }
    }
}
