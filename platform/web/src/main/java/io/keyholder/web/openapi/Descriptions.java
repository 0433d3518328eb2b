package io.keyholder.web.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes what is called the same everywhere, where it says nothing of itself. */
final class Descriptions {
    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry("id", "Never changes, and belongs to nothing else."),
            Map.entry("name", "What people call it."),
            Map.entry("description", "What people should know of it."),
            Map.entry("type", "Which kind it is."),
            Map.entry("status", "Where it stands."),
            Map.entry("version", "For `If-Match`, in quotes. Says nothing else."),
            Map.entry("createdAt", "When it was created."),
            Map.entry("expiresAt", "When it ends by itself."),
            Map.entry("tenantId", "The tenant it belongs to."),
            Map.entry("customerId", "The tenant whose rooms they are."),
            Map.entry("relationshipId", "The relationship it belongs to."),
            Map.entry("invitationId", "The invitation it came of."),
            Map.entry("assignmentId", "The assignment."),
            Map.entry("roleId", "The role."),
            Map.entry("roleName", "The role's name."),
            Map.entry("userId", "The user, as the identity provider calls them."),
            Map.entry("roomIds", "Rooms, by their ids."),
            Map.entry("roomGroupIds", "Room groups, by their ids."),
            Map.entry("permissions", "Permissions, by their names."),
            Map.entry("items", "The items, in the order that was asked for."),
            Map.entry("added", "What is added."),
            Map.entry("removed", "What is taken away."));

    private static final Map<String, String> PARAMETERS = Map.of(
            "q", "A part of the name, in either case.",
            "status", "Any of these.",
            "type", "Which kind of principal.",
            "side", "Which side of it the caller's tenant is.");

    private final OpenAPI api;

    Descriptions(OpenAPI api) {
        this.api = api;
    }

    void add() {
        api.getComponents().getSchemas().values().forEach(Descriptions::describe);
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().stream()
                        .flatMap(operation -> Stream.ofNullable(operation.getParameters()))
                        .flatMap(List::stream)
                        .filter(parameter -> parameter.getRef() == null && parameter.getDescription() == null)
                        .forEach(parameter -> describe(path, parameter)));
    }

    private static void describe(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, member) -> {
                if (member.getDescription() == null && member.getRef() == null && MEMBERS.containsKey(name)) {
                    member.setDescription(MEMBERS.get(name));
                }
            });
        }
        Schemas.partsOf(schema).forEach(Descriptions::describe);
    }

    private static void describe(String path, Parameter parameter) {
        String name = parameter.getName();
        if (parameter.getIn() == Parameter.In.PATH
                && name.toLowerCase(Locale.ROOT).endsWith("id")) {
            parameter.setDescription("The id of the " + (name.equals("id") ? resource(path) : words(name)) + ".");
        } else {
            parameter.setDescription(PARAMETERS.get(name));
        }
    }

    /** What stands before {@code {id}}, in the singular. */
    private static String resource(String path) {
        String before = path.substring(0, path.indexOf("/{id}"));
        return before.substring(before.lastIndexOf('/') + 1).replace('-', ' ').replaceFirst("s$", "");
    }

    /** {@code roomGroupId} is of a room group. */
    private static String words(String name) {
        return name.substring(0, name.length() - "Id".length())
                .replaceAll("([A-Z])", " $1")
                .toLowerCase(Locale.ROOT);
    }
}
