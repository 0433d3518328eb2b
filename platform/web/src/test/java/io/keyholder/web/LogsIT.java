package io.keyholder.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LogsIT.AsJson.class)
class LogsIT extends SampleTest {
    private static final Logger ROOT = Logger.getLogger("");

    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        ROOT.addHandler(lines);
    }

    @AfterEach
    void leave() {
        ROOT.removeHandler(lines);
    }

    @Test
    void shouldBeObjectsThatNameServiceAndTrace() {
        String trace = admin(aurora)
                .get("/v1/notes/broken")
                .then()
                .statusCode(500)
                .extract()
                .path("traceId");

        JsonPath line = JsonPath.from(lines.formatted("event=request.failed"));
        assertThat(line.getString("level")).isEqualTo("ERROR");
        assertThat(line.getString("service")).isEqualTo("rooms-service");
        assertThat(line.getString("mdc.traceId")).isEqualTo(trace);
        assertThat(line.getString("message")).startsWith("event=request.failed traceId=" + trace);
    }

    @Test
    void shouldNameWhyWhatTheTraceOfARefusalIsOf() {
        String trace =
                guest(aurora).get("/v1/notes").then().statusCode(403).extract().path("traceId");

        JsonPath line = JsonPath.from(lines.formatted("event=request.refused"));
        assertThat(line.getString("level")).isEqualTo("INFO");
        assertThat(line.getString("mdc.traceId")).isEqualTo(trace);
        assertThat(line.getString("message"))
                .contains("problem=forbidden", "tenant=" + aurora, "caller=tenant", "needs the permission");
    }

    public static final class AsJson implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("keyholder.log.json", "true");
        }
    }

    /** What is logged, as the console would show it. */
    private static final class Lines extends ExtHandler {
        private final List<ExtLogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        protected void doPublish(ExtLogRecord logged) {
            logged.copyAll();
            records.add(logged);
        }

        String formatted(String event) {
            ExtLogRecord found = records.stream()
                    .filter(logged -> logged.getFormattedMessage().startsWith(event))
                    .findFirst()
                    .orElseThrow();
            return console().getFormatter().format(found);
        }

        private static ConsoleHandler console() {
            return handlers(ROOT.getHandlers())
                    .filter(ConsoleHandler.class::isInstance)
                    .map(ConsoleHandler.class::cast)
                    .findFirst()
                    .orElseThrow();
        }

        private static Stream<java.util.logging.Handler> handlers(java.util.logging.Handler[] handlers) {
            return Arrays.stream(handlers)
                    .flatMap(handler -> handler instanceof ExtHandler outer
                            ? Stream.concat(Stream.of(handler), handlers(outer.getHandlers()))
                            : Stream.of(handler));
        }
    }
}
