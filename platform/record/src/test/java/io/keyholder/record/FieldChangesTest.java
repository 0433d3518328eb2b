package io.keyholder.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.keyholder.contracts.FieldChange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldChangesTest {
    private final ObjectMapper json =
            JsonMapper.builder().addModule(new Jdk8Module()).build();
    private final FieldChanges changes = new FieldChanges(json);

    record Place(String city, Optional<String> floor) {}

    record Hall(String id, String name, Place place, List<String> tags, int version) {}

    private static Hall hall(String name, String city, String floor, String... tags) {
        return new Hall("1", name, new Place(city, Optional.ofNullable(floor)), List.of(tags), 7);
    }

    private JsonNode tree(Object value) {
        return json.valueToTree(value);
    }

    @Test
    void shouldNameTheFieldsThatDifferByTheirPaths() {
        List<FieldChange> found =
                changes.of(Difference.of(hall("Old", "Oslo", null, "a", "b"), hall("New", "Oslo", "2", "b", "a")));

        assertThat(found)
                .containsExactly(
                        new FieldChange("name", tree("Old"), tree("New")),
                        new FieldChange("place.floor", null, tree("2")));
    }

    @Test
    void shouldShowWhatWasMadeAndWhatIsGone() {
        assertThat(changes.of(Difference.created(hall("New", "Oslo", null, "a"))))
                .extracting(FieldChange::field)
                .containsExactly("name", "place.city", "tags");
        assertThat(changes.of(Difference.deleted(hall("Old", "Oslo", "2", "a"))))
                .allMatch(change -> change.before() != null && change.after() == null);
        assertThat(changes.of(Difference.none())).isEmpty();
    }

    @Test
    void shouldShowNoSecret() {
        List<FieldChange> found = changes.of(Difference.of(
                Map.of("enrollmentKey", "abc", "auth", Map.of("clientSecret", "abc"), "enrolmentKey", "abc"),
                Map.of("enrollmentKey", "xyz", "auth", Map.of("clientSecret", "xyz"), "enrolmentKey", "xyz")));

        assertThat(found).hasSize(3);
        assertThat(found.toString()).doesNotContain("abc").doesNotContain("xyz");
    }

    @Test
    void shouldShowOfALongListWhatMadeTheDifference() {
        List<Integer> many = IntStream.range(0, 1_000).boxed().toList();
        List<Integer> others = IntStream.range(1, 1_002).boxed().toList();

        FieldChange found = changes.of(Difference.of(Map.of("ids", many), Map.of("ids", others)))
                .getFirst();

        assertThat(found.before()).isEqualTo(tree(Map.of("removed", List.of(0), "count", 1_000)));
        assertThat(found.after()).isEqualTo(tree(Map.of("added", List.of(1_000, 1_001), "count", 1_001)));
    }

    @Test
    void shouldShowOfAListThatIsNotLoadedWhatLeftAndJoined() {
        assertThat(changes.of(Difference.none().with("roomIds", List.of("a"), List.of("b", "c"))))
                .containsExactly(new FieldChange(
                        "roomIds", tree(Map.of("removed", List.of("a"))), tree(Map.of("added", List.of("b", "c")))));
        assertThat(changes.of(Difference.none().with("roomIds", List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void shouldStayWithinItsSize() {
        Map<String, String> wide =
                IntStream.range(0, 2_000).boxed().collect(Collectors.toMap(i -> "field" + i, i -> "value"));

        List<FieldChange> texts = changes.of(Difference.created(Map.of("text", "\uD83D\uDE80".repeat(500_000))));
        List<FieldChange> many = changes.of(Difference.created(wide));
        List<FieldChange> listed =
                changes.of(Difference.none().with("ids", List.of(), Collections.nCopies(100_000, "x".repeat(40))));

        assertThat(texts.toString()).hasSizeLessThan(3_000).contains("1000000 characters");
        assertThat(tree(many).toString().length()).isLessThan(4 * FieldChanges.LARGEST);
        assertThat(many.getLast().after()).asString().contains("more fields");
        assertThat(tree(listed).toString()).hasSizeLessThan(3_000).contains("\"more\":");
    }
}
