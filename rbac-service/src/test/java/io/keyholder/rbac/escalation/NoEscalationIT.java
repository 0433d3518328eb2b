package io.keyholder.rbac.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.access.Permission;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.OnBackends;
import io.keyholder.testing.events.Published;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Whatever administrators try, in whatever order: nobody gains what the one who gave it did not hold, there and for that time;
 * nobody takes from what they do not administer; and the service decides as the model does.
 *
 * <p>Sequences play side by side, each in a context of its own of the one service, which no library of properties does that
 * knows Quarkus. A failure is made small: moves that it does not need are left out.
 *
 * <pre>
 * -Dkeyholder.escalation.sequences=10000   how many, instead of 1000
 * -Dkeyholder.escalation.seed=…            those of an earlier run, which names its own
 * </pre>
 */
@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
@TestProfile(NoEscalationIT.HoursLater.class)
class NoEscalationIT extends OnBackends {
    private static final int SEQUENCES = Integer.getInteger("keyholder.escalation.sequences", 1000);
    private static final int MOVES = 16;
    private static final int LANES = 6;
    private static final int TRIES_TO_SHRINK = 80;
    private static final List<Set<String>> FIRST_PRIMARY_ADMINS = List.of(
            Set.of("USER:paul"),
            Set.of("USER:paul", "USER:bob"),
            Set.of("GROUP:night"),
            Set.of("USER:paul", "GROUP:leads"));

    @TestHTTPResource
    URI service;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Requests are hours ahead of the watermarks. */
    public static final class HoursLater implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("keyholder.access.stale-after", "P2D");
        }
    }

    /** One sequence, and why it failed. */
    private record Failure(long seed, List<Long> moves, String why) {}

    @Test
    void shouldNeverLetAnybodyGiveOrTakeWhatTheyDoNotHold(TestReporter reporter) throws Exception {
        long seed = Long.getLong("keyholder.escalation.seed", System.nanoTime());
        Play.Counts counts = new Play.Counts();
        AtomicInteger played = new AtomicInteger();
        try (Published published = Published.on(kafka)) {
            published.keepBeating("tenant-relationship-service");
            Optional<Failure> failure = playAll(published, seed, counts, played);

            reporter.publishEntry(Map.of("seed", "" + seed, "sequences", "" + played, "moves", counts.toString()));
            assertThat(failure.map(found -> shrunk(published, found)))
                    .as("seed %d, sequence %d", seed, played.get())
                    .isEmpty();
        }
        int requests = counts.taken().get() + counts.refused().get();
        assertThat(counts.taken().get()).as("moves that were taken").isGreaterThan(requests / 2);
        // Eight to ten in a hundred were measured: the bound is only there to tell a generator that has none.
        assertThat(counts.byDeputies().get()).as("of deputies").isGreaterThan(requests / 20);
    }

    private Optional<Failure> playAll(Published published, long seed, Play.Counts counts, AtomicInteger played)
            throws Exception {
        AtomicReference<@Nullable Failure> first = new AtomicReference<>();
        ConcurrentLinkedQueue<Long> seeds = new ConcurrentLinkedQueue<>(
                new Random(seed).longs(SEQUENCES).boxed().toList());
        try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            List<Future<?>> running = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                running.add(lanes.submit(() -> {
                    try (Connection connection = database.connect()) {
                        for (Long next = seeds.poll(); next != null && first.get() == null; next = seeds.poll()) {
                            List<Long> moves = movesOf(next);
                            String why = play(published, connection, next, moves, counts);
                            played.incrementAndGet();
                            if (why != null) {
                                first.compareAndSet(null, new Failure(next, moves, why));
                            }
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> lane : running) {
                lane.get();
            }
        }
        return Optional.ofNullable(first.get());
    }

    private static List<Long> movesOf(long seed) {
        return LongStream.of(new Random(seed).longs(MOVES).toArray()).boxed().toList();
    }

    /** Why the service and the model differ; null when they do not. */
    private @Nullable String play(
            Published published, Connection connection, long seed, List<Long> moves, Play.Counts counts) {
        Random random = new Random(~seed);
        boolean own = random.nextInt(5) == 0;
        Optional<Set<Permission>> ceiling = own ? Optional.empty() : Moves.ceiling(random);
        Set<String> primaryAdmins = FIRST_PRIMARY_ADMINS.get(random.nextInt(FIRST_PRIMARY_ADMINS.size()));
        Scene scene = new Scene(published, connection, issuer.issuer(), own, ceiling, primaryAdmins);
        try {
            new Play(scene, new Requests(client, service, issuer), ceiling, counts).moves(seed, moves);
            return null;
        } catch (Play.Difference difference) {
            return difference.getMessage();
        }
    }

    /** The failure with as few moves as can be found soon: one after the other is left out if it fails without it. */
    private String shrunk(Published published, Failure failure) {
        Failure smallest = failure;
        try (Connection connection = database.connect()) {
            int tries = 0;
            for (int i = smallest.moves().size() - 1; i >= 0 && tries < TRIES_TO_SHRINK; i--, tries++) {
                List<Long> fewer = new ArrayList<>(smallest.moves());
                fewer.remove(i);
                String why = play(published, connection, failure.seed(), fewer, new Play.Counts());
                if (why != null) {
                    smallest = new Failure(failure.seed(), fewer, why);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return smallest.why();
    }
}
