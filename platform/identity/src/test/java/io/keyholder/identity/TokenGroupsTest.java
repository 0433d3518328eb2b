package io.keyholder.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenGroupsTest {

    @Test
    void shouldReadAList() {
        assertThat(of("{'groups': ['a', 'b', 'a']}")).isEqualTo(new TokenGroups(Set.of("a", "b"), true));
        assertThat(of("{'groups': []}")).isEqualTo(new TokenGroups(Set.of(), true));
    }

    @Test
    void shouldReadATextAsAListOfOne() {
        assertThat(of("{'groups': 'a b,c'}")).isEqualTo(new TokenGroups(Set.of("a b,c"), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'groups': null}",
                "{'groups': ''}",
                "{'groups': 7}",
                "{'groups': {}}",
                "{'_claim_names': {'groups': 'src1'}, '_claim_sources': {'src1': {'endpoint': 'https://graph'}}}",
                "{'hasgroups': true}",
                "{'hasgroups': 'true'}",
                "{'groups:src1': 'https://graph.example/users/ada/getMemberObjects'}"
            })
    void shouldNotTakeUnknownGroupsForNone(String claims) {
        assertThat(of(claims)).isEqualTo(new TokenGroups(Set.of(), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'groups': ['a', 7]}",
                "{'groups': ['a', null]}",
                "{'groups': ['a', ['b']]}",
                "{'groups': ['a', ' b']}",
                "{'groups': ['a', 'b\\u00a0']}",
                "{'groups': ['a', 'b\\u0000c']}",
                "{'groups': ['a'], '_claim_names': {'groups': 'src1'}}",
                "{'groups': ['a'], 'hasgroups': true}"
            })
    void shouldKeepWhatCanBeReadOfAnIncompleteList(String claims) {
        assertThat(of(claims)).isEqualTo(new TokenGroups(Set.of("a"), false));
    }

    @Test
    void shouldLeaveOutAnIdThatNobodyCouldAssignARoleTo() {
        String longest = "g".repeat(255);

        assertThat(of("{'groups': ['%s', '%sg']}".formatted(longest, longest)))
                .isEqualTo(new TokenGroups(Set.of(longest), false));
    }

    @Test
    void shouldNotMindOtherClaimsThatAreElsewhere() {
        assertThat(of("{'groups': ['a'], '_claim_names': {'roles': 'src1'}, 'hasgroups': false}"))
                .isEqualTo(new TokenGroups(Set.of("a"), true));
    }

    private static TokenGroups of(String claims) {
        return TokenGroups.of(new JsonObject(claims.replace('\'', '"')), "groups");
    }
}
