package io.keyholder.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Scope;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.hibernate.SessionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is hidden costs as many statements as what does not exist: by the time of an answer nobody learns which it is. */
@QuarkusTest
class EvenAnswersIT extends InAScenario {
    @Inject
    SessionFactory sessions;

    @Inject
    Jdbi jdbi;

    private final AtomicLong plainStatements = new AtomicLong();

    private UUID meridian;
    private UUID hidden;
    private UUID hiddenGroup;
    private UUID strangers;
    private UUID strangersGroup;

    /** Of Aurora's rooms Meridian sees one; of Borealis it knows nothing. */
    @BeforeEach
    void hiddenRoomsAndGroups() {
        meridian = scenario.tenant("Meridian");
        UUID borealis = scenario.tenant("Borealis");
        UUID shown = scenario.room(aurora, "Shown", "US");
        hidden = scenario.room(aurora, "Hidden", "US");
        hiddenGroup = scenario.group(aurora, "Hidden", hidden);
        strangers = scenario.room(borealis, "Strange", "US");
        strangersGroup = scenario.group(borealis, "Strange", strangers);
        Scenario.Relationship link = scenario.relationship(aurora, meridian, Scope.selected(List.of(shown), List.of()));
        scenario.inRelationship(link, "paul", Scope.all(), Scenario.PRIMARY_ADMIN);
    }

    @Test
    void shouldAskAsMuchAboutRooms() {
        same(paul(), (by, id) -> by.get("/v1/rooms/" + id), hidden, strangers);
        same(paul(), EvenAnswersIT::patchRoom, hidden, strangers);
        same(paul(), (by, id) -> by.post("/v1/rooms/" + id + "/unenroll"), hidden, strangers);
        same(admin(), (by, id) -> by.get("/v1/rooms/" + id), hidden, strangers);
        same(nobody(), (by, id) -> by.get("/v1/rooms/" + id), hidden, strangers);
    }

    @Test
    void shouldAskAsMuchAboutGroups() {
        same(paul(), (by, id) -> by.get("/v1/room-groups/" + id), hiddenGroup, strangersGroup);
        same(
                paul(),
                (by, id) -> by.header("If-Match", "*").delete("/v1/room-groups/" + id),
                hiddenGroup,
                strangersGroup);
        same(nobody(), (by, id) -> by.get("/v1/room-groups/" + id), hiddenGroup, strangersGroup);
    }

    private Supplier<RequestSpecification> paul() {
        return () -> scenario.user(meridian, "paul");
    }

    private Supplier<RequestSpecification> admin() {
        return () -> scenario.admin(meridian);
    }

    private Supplier<RequestSpecification> nobody() {
        UUID solstice = scenario.tenant("Solstice");
        return () -> scenario.user(solstice, "nobody");
    }

    @BeforeEach
    void countPlainStatements() {
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext statement) {
                plainStatements.incrementAndGet();
            }
        });
    }

    @AfterEach
    void countNoMore() {
        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    }

    private void same(
            Supplier<RequestSpecification> by, BiFunction<RequestSpecification, UUID, Response> request, UUID... ids) {
        long ghosts = statements(by, request, Ids.next());
        assertThat(ghosts).as("statements of a request").isPositive();
        for (UUID id : ids) {
            assertThat(statements(by, request, id)).isEqualTo(ghosts);
        }
    }

    /** The fewest of several times: the service's consumers ask the database too. */
    private long statements(
            Supplier<RequestSpecification> by, BiFunction<RequestSpecification, UUID, Response> request, UUID id) {
        return LongStream.generate(() -> statementsOnce(by, request, id))
                .limit(5)
                .min()
                .orElseThrow();
    }

    private long statementsOnce(
            Supplier<RequestSpecification> by, BiFunction<RequestSpecification, UUID, Response> request, UUID id) {
        long before = statementsSoFar();
        request.apply(by.get(), id).then().statusCode(404);
        return statementsSoFar() - before;
    }

    /** Those of Hibernate, and those that the service writes itself. */
    private long statementsSoFar() {
        return sessions.getStatistics().getPrepareStatementCount() + plainStatements.get();
    }

    private static Response patchRoom(RequestSpecification by, UUID id) {
        return by.contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"name\": \"New\"}")
                .patch("/v1/rooms/" + id);
    }
}
