package io.keyholder.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.keyholder.contracts.FieldChange;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that are too long to be shown: of a list what left and what joined, of a text its beginning, each with a mark. */
final class ChangedLists {
    private static final int MOST_ITEMS = 50;
    private static final int LONGEST = 2_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ChangedLists() {}

    static boolean haveSameItems(ArrayNode one, ArrayNode other) {
        return one.size() == other.size() && items(one).equals(items(other));
    }

    static boolean isLong(@Nullable JsonNode value) {
        return value instanceof ArrayNode list
                && (list.size() > MOST_ITEMS || list.toString().length() > LONGEST);
    }

    static ArrayNode listOf(@Nullable JsonNode value) {
        return value instanceof ArrayNode list ? list : NODES.arrayNode();
    }

    /** A long list before and after: how many it had and has, and what made the difference. */
    static FieldChange shortened(String name, ArrayNode before, ArrayNode after) {
        ObjectNode old = some("removed", without(before, after)).put("count", before.size());
        ObjectNode fresh = some("added", without(after, before)).put("count", after.size());
        return new FieldChange(name, old, fresh);
    }

    /** A list of which only the difference is known. */
    static FieldChange moved(String name, ArrayNode left, ArrayNode joined) {
        return new FieldChange(
                name, left.isEmpty() ? null : some("removed", left), joined.isEmpty() ? null : some("added", joined));
    }

    static @Nullable JsonNode shortened(@Nullable JsonNode value) {
        if (!(value instanceof TextNode text) || text.textValue().length() <= LONGEST) {
            return value;
        }
        String whole = text.textValue();
        int end = Character.isHighSurrogate(whole.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return TextNode.valueOf(whole.substring(0, end) + "… (" + whole.length() + " characters)");
    }

    private static ObjectNode some(String name, ArrayNode items) {
        ObjectNode shown = NODES.objectNode();
        ArrayNode first = shown.putArray(name);
        int length = 0;
        for (JsonNode item : items) {
            length += item.toString().length();
            if (first.size() == MOST_ITEMS || length > LONGEST) {
                shown.put("more", items.size() - first.size());
                break;
            }
            first.add(item);
        }
        return shown;
    }

    private static ArrayNode without(ArrayNode list, ArrayNode others) {
        Set<JsonNode> known = items(others);
        ArrayNode rest = NODES.arrayNode();
        list.forEach(item -> {
            if (!known.contains(item)) {
                rest.add(item);
            }
        });
        return rest;
    }

    private static Set<JsonNode> items(ArrayNode list) {
        Set<JsonNode> items = new HashSet<>();
        list.forEach(items::add);
        return items;
    }
}
