package io.keyholder.outbox.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.Topic;
import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.PostgresBackend;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ConsumerShareIT {
    private final Database database = PostgresBackend.shared().createDatabase("shares");
    private final ConsumerShare first = share();
    private final ConsumerShare second = share();

    @BeforeEach
    void migrate() throws IOException {
        try (InputStream script = getClass().getResourceAsStream("/db/platform/V1110__consumer_shares.sql")) {
            database.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void shouldReadEverythingAlone() {
        assertThat(first.isDue()).isTrue();

        assertThat(first.renew()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        assertThat(first.isDue()).isFalse();
    }

    @Test
    void shouldWaitForWhatAnotherIsToGive() {
        first.renew();

        assertThat(second.renew()).isEmpty();
        assertThat(second.isDue()).isTrue();

        Set<Integer> kept = first.renew();
        assertThat(second.renew()).hasSize(3).doesNotContainAnyElementsOf(kept);
        assertThat(second.isDue()).isFalse();
    }

    @Test
    void shouldHaveAtOnceWhatOneThatLeavesHad() {
        both();

        second.leave();

        assertThat(second.size()).isZero();
        assertThat(first.renew()).hasSize(Topic.PARTITIONS);
    }

    @Test
    void shouldHaveWhatOneHadThatSaysNothingForTheLengthOfALease() {
        both();

        database.execute("update consumer_member set expires_at = expires_at - interval '10 seconds'");

        assertThat(first.renew()).hasSize(Topic.PARTITIONS);
        assertThat(second.renew()).isEmpty();
    }

    @Test
    void shouldNotWaitForALeaseThatWasGivenBeforeTheDatabasesClockWasSetBack() {
        both();

        database.execute("update consumer_member set expires_at = expires_at + interval '1 hour'");

        assertThat(first.renew()).hasSize(Topic.PARTITIONS);
    }

    @Test
    void shouldShareAmongManyThatComeAtOnce() throws Exception {
        List<ConsumerShare> many = new ArrayList<>(List.of(first, second, share(), share()));
        try (ExecutorService threads = Executors.newFixedThreadPool(many.size())) {
            await().untilAsserted(() -> {
                List<Callable<Set<Integer>>> renewals =
                        many.stream().<Callable<Set<Integer>>>map(s -> s::renew).toList();
                Set<Integer> all = new HashSet<>();
                int sum = 0;
                for (Future<Set<Integer>> renewed : threads.invokeAll(renewals)) {
                    all.addAll(renewed.get());
                    sum += renewed.get().size();
                }
                assertThat(all).hasSize(Topic.PARTITIONS);
                assertThat(sum).isEqualTo(Topic.PARTITIONS);
                assertThat(many).allMatch(share -> !share.isDue());
            });
        }
    }

    private void both() {
        first.renew();
        second.renew();
        first.renew();
        second.renew();
    }

    private ConsumerShare share() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.username());
        source.setPassword(database.password());
        return new ConsumerShare(source);
    }
}
