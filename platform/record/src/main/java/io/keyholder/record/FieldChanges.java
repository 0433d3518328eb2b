package io.keyholder.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.keyholder.contracts.FieldChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Of two states the fields in which they differ, bounded in size: nested fields by their paths, lists as a whole. */
@ApplicationScoped
class FieldChanges {
    /** Of all changes of an entry together, in characters. */
    static final int LARGEST = 16 * 1024;

    /** Tell which state it is, or follow from every change. */
    private static final Set<String> LEFT_OUT =
            Set.of("id", "tenantId", "version", "createdAt", "updatedAt", "mustUnderstand");

    private static final Pattern SECRET =
            Pattern.compile("(?i)(?:.*\\.)?[^.]*(?:secret|password|token|credential|enrol\\w*key|privatekey)[^.]*");

    private static final JsonNode WITHHELD = TextNode.valueOf("(withheld)");

    private final ObjectMapper json;

    FieldChanges(ObjectMapper json) {
        this.json = json;
    }

    List<FieldChange> of(Difference change) {
        Map<String, JsonNode> before = fields(change.before());
        Map<String, JsonNode> after = fields(change.after());
        List<FieldChange> changes = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            JsonNode old = before.get(name);
            JsonNode fresh = after.get(name);
            if (!isSame(old, fresh)) {
                changes.add(change(name, old, fresh));
            }
        }
        change.lists().forEach((name, moved) -> {
            if (!moved.left().isEmpty() || !moved.joined().isEmpty()) {
                changes.add(ChangedLists.moved(name, list(moved.left()), list(moved.joined())));
            }
        });
        return bounded(changes);
    }

    private Map<String, JsonNode> fields(@Nullable Object state) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        if (state != null) {
            collect("", json.valueToTree(state), fields);
            LEFT_OUT.forEach(fields::remove);
        }
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> fields) {
        if (node.isObject()) {
            String prefix = path.isEmpty() ? "" : path + ".";
            node.properties().forEach(field -> collect(prefix + field.getKey(), field.getValue(), fields));
        } else if (!node.isNull() && !node.isMissingNode()) {
            fields.put(path, node);
        }
    }

    private ArrayNode list(List<?> items) {
        return json.valueToTree(items);
    }

    /** The order of a list says nothing: sets have a new one each time. */
    private static boolean isSame(@Nullable JsonNode old, @Nullable JsonNode fresh) {
        if (old instanceof ArrayNode oldList && fresh instanceof ArrayNode freshList) {
            return ChangedLists.haveSameItems(oldList, freshList);
        }
        return old != null && old.equals(fresh);
    }

    private static FieldChange change(String name, @Nullable JsonNode old, @Nullable JsonNode fresh) {
        if (SECRET.matcher(name).matches()) {
            return new FieldChange(name, old == null ? null : WITHHELD, fresh == null ? null : WITHHELD);
        }
        return ChangedLists.isLong(old) || ChangedLists.isLong(fresh)
                ? ChangedLists.shortened(name, ChangedLists.listOf(old), ChangedLists.listOf(fresh))
                : new FieldChange(name, ChangedLists.shortened(old), ChangedLists.shortened(fresh));
    }

    /** Those that fit, and then a mark that says how many more there are. */
    private static List<FieldChange> bounded(List<FieldChange> all) {
        List<FieldChange> fitting = new ArrayList<>();
        int size = 0;
        for (FieldChange change : all) {
            size += change.field().length() + sizeOf(change.before()) + sizeOf(change.after());
            if (size > LARGEST) {
                String mark = "(" + (all.size() - fitting.size()) + " more fields)";
                fitting.add(new FieldChange("…", null, TextNode.valueOf(mark)));
                return fitting;
            }
            fitting.add(change);
        }
        return fitting;
    }

    private static int sizeOf(@Nullable JsonNode value) {
        return (value == null ? NullNode.getInstance() : value).toString().length();
    }
}
