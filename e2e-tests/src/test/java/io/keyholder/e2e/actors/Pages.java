package io.keyholder.e2e.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Walks a list to its end. */
final class Pages {

    private Pages() {}

    static List<Map<String, Object>> all(Actor actor, String path) {
        List<Map<String, Object>> items = new ArrayList<>();
        String next = path;
        while (next != null) {
            Answer page = actor.get(next).is(200);
            assertThat(page.items())
                    .as("only an empty list has an empty page")
                    .satisfiesAnyOf(
                            found -> assertThat(found).isNotEmpty(),
                            found -> assertThat(items).isEmpty());
            items.addAll(page.items());
            String cursor = page.text("nextCursor");
            next = cursor == null ? null : path + (path.contains("?") ? "&" : "?") + "cursor=" + cursor;
        }
        return items;
    }
}
