package io.keyholder.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ListsIT extends SampleTest {

    private Response list(String query) {
        return admin(aurora).urlEncodingEnabled(false).get("/v1/notes" + query);
    }

    private List<String> createFive() {
        return IntStream.range(0, 5)
                .mapToObj(i -> {
                    String name = name();
                    create(name).then().statusCode(201);
                    return name;
                })
                .sorted()
                .toList();
    }

    private static String next(Response page) {
        Matcher link = Pattern.compile("<(.*)>; rel=\"next\"").matcher(String.valueOf(page.header("Link")));
        return link.matches() ? link.group(1) : null;
    }

    @Test
    void shouldLeadFromPageToPageByLink() {
        List<String> names = createFive();
        List<String> seen = new ArrayList<>();
        String link = "/v1/notes?limit=2";
        int pages = 0;
        while (link != null) {
            Response page = admin(aurora).urlEncodingEnabled(false).get(link);
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.name"));
            link = next(page);
            pages++;
        }

        assertThat(seen).isEqualTo(names);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void shouldHaveNoCursorOnTheLastPageAndNoTotalUnasked() {
        createFive();

        Response page = list("?limit=5");

        assertThat(page.jsonPath().getMap("")).containsOnlyKeys("items");
        assertThat(page.header("Link")).isNull();
    }

    @Test
    void shouldCountOnRequest() {
        list("?includeTotal=true").then().body("total", equalTo(4711));
        assertThat(list("?includeTotal=false").jsonPath().getMap("")).doesNotContainKey("total");
    }

    @Test
    void shouldStayStableUnderInserts() {
        createFive();
        Response first = list("?limit=2");
        create("a" + name()).then().statusCode(201);

        Response second = list("?limit=2&cursor=" + first.jsonPath().getString("nextCursor"));

        assertThat(second.jsonPath().<String>getList("items.name"))
                .doesNotContainAnyElementsOf(first.jsonPath().getList("items.name"));
    }

    @Test
    void shouldTakeTheCursorWithTheSameFiltersInWhateverOrder() {
        createFive();
        String cursor = list("?limit=1&q=a&kind=LARGE&kind=SMALL").jsonPath().getString("nextCursor");

        list("?kind=SMALL&kind=LARGE&limit=3&q=a&cursor=" + cursor).then().statusCode(200);
    }

    @Test
    void shouldRefuseACursorOfAnotherCaller() {
        createFive();
        String cursor = list("?limit=1").jsonPath().getString("nextCursor");

        list("?limit=1&cursor=" + cursor).then().statusCode(200);
        for (RequestSpecification other : List.of(
                admin(borealis),
                as(TokenSpec.of("eve").tenant(aurora.toString()).roles("global-admin")))) {
            other.get("/v1/notes?limit=1&cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-cursor"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q=b&cursor=", "?cursor=", "?q=a&kind=LARGE&cursor="})
    void shouldRefuseACursorOfOtherFilters(String query) {
        createFive();
        String cursor = list("?limit=1&q=a").jsonPath().getString("nextCursor");

        list(query + cursor)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%20", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%F0%9F"})
    void shouldRefuseABrokenCursor(String cursor) {
        list("?cursor=" + cursor).then().statusCode(400).body("type", equalTo("/problems/invalid-cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "50%25", "%7Bx%7D", "a%26b%3Dc", "%C3%A4", "a+b", "%2B"})
    void shouldKeepTheFilterInTheLink(String q) {
        createFive();

        Response second = admin(aurora).urlEncodingEnabled(false).get(next(list("?limit=1&q=" + q)));

        second.then().statusCode(200);
    }
}
