package io.keyholder.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Changes of groups that come at the same moment. */
@QuarkusTest
class RoomGroupRacesIT extends InAScenario {
    private static final int ROUNDS = 25;

    @Test
    void shouldSwapTheRoomsOfTwoGroupsWithoutADeadlock() throws Exception {
        List<UUID> rooms = IntStream.range(0, 12)
                .mapToObj(i -> scenario.room(aurora, "Room " + i, "US"))
                .toList();
        List<UUID> some = rooms.subList(0, 6);
        List<UUID> others = rooms.subList(6, 12);
        UUID first = scenario.group(aurora, "First", some.toArray(UUID[]::new));
        UUID second = scenario.group(aurora, "Second", others.toArray(UUID[]::new));

        for (int round = 0; round < ROUNDS; round++) {
            boolean swapped = round % 2 == 0;
            assertThat(together(
                            () -> give(first, swapped ? others : some), () -> give(second, swapped ? some : others)))
                    .containsExactly(200, 200);
        }
    }

    private int give(UUID group, List<UUID> rooms) {
        return scenario.admin(aurora)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("roomIds", rooms))
                .patch("/v1/room-groups/" + group)
                .statusCode();
    }

    private static List<Integer> together(Callable<Integer> one, Callable<Integer> other)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService clients = Executors.newFixedThreadPool(2)) {
            Future<Integer> first = clients.submit(() -> {
                start.await();
                return one.call();
            });
            Future<Integer> second = clients.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        }
    }
}
