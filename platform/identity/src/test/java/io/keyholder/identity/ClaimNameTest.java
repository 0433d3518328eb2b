package io.keyholder.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimNameTest {
    private static final JsonObject CLAIMS = new JsonObject("""
        {
          "plain": "1",
          "https://aurora.example/roles": "2",
          "realm_access": {"roles": "3"},
          "realm_access.roles": "4",
          "resource_access": {"my.client": {"roles": "5"}, "my": {"other": "6"}},
          "text": "7",
          "nothing": null
        }\
        """);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "plain, 1",
                "https://aurora.example/roles, 2",
                "realm_access.roles, 4",
                "resource_access.my.client.roles, 5",
                "resource_access.my.other, 6",
                "text.more, -",
                "nothing, -",
                "nothing.more, -",
                "missing, -",
                "missing.more, -",
                ".plain, -",
                "plain., -",
                "., -"
            })
    void shouldMeanTheClaimOfThatNameFirstAndElseAPath(String name, String value) {
        assertThat(ClaimName.valueOf(CLAIMS, name)).isEqualTo(value);
    }
}
