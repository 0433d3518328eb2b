package io.keyholder.outbox.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {
    private final List<UUID> members = new ArrayList<>();
    private final Map<Integer, UUID> holders = new HashMap<>();

    @ParameterizedTest
    @CsvSource({"1, 6 6", "2, 3 3", "3, 2 2", "4, 1 2", "5, 1 2", "6, 1 1", "9, 0 1"})
    void shouldGiveEachAsManyAsTheOthersOrOneMore(int processes, String leastAndMost) {
        for (int i = 0; i < processes; i++) {
            join();
        }

        assertThat(holders).hasSize(Topic.PARTITIONS);
        assertThat(counts().min().orElseThrow() + " " + counts().max().orElseThrow())
                .isEqualTo(leastAndMost);
    }

    @Test
    void shouldMoveNoMoreThanWhatTheNewOneIsDue() {
        join();
        join();
        Map<Integer, UUID> before = Map.copyOf(holders);

        UUID third = join();

        assertThat(moved(before)).isEqualTo(2);
        assertThat(shares().heldBy(third)).hasSize(2);
    }

    @Test
    void shouldShareWhatOneThatLeavesHad() {
        UUID first = join();
        join();
        join();
        Map<Integer, UUID> before = Map.copyOf(holders);

        members.remove(first);
        holders.values().removeIf(first::equals);
        settle();

        assertThat(holders).hasSize(Topic.PARTITIONS);
        assertThat(moved(before)).isEqualTo(2);
        assertThat(counts().toArray()).containsExactlyInAnyOrder(3, 3);
    }

    @Test
    void shouldOweNothingToOneThatIsTakenForDead() {
        join();
        UUID frozen = Ids.next();

        assertThat(shares().openTo(frozen)).isEmpty();
        assertThat(shares().due(frozen)).isZero();
        assertThat(new Shares(List.of(), Map.of()).openTo(frozen)).isEmpty();
    }

    private UUID join() {
        UUID member = Ids.next();
        members.add(member);
        settle();
        return member;
    }

    /** Each gives and takes in turn, until nothing moves. */
    private void settle() {
        Map<Integer, UUID> before;
        do {
            before = Map.copyOf(holders);
            for (UUID member : members) {
                shares().surplusOf(member).forEach(holders::remove);
                shares().openTo(member).forEach(share -> holders.put(share, member));
            }
        } while (!before.equals(holders));
    }

    private Shares shares() {
        return new Shares(members, holders);
    }

    private IntStream counts() {
        return members.stream().mapToInt(member -> shares().heldBy(member).size());
    }

    private long moved(Map<Integer, UUID> before) {
        return before.entrySet().stream()
                .filter(share -> !share.getValue().equals(holders.get(share.getKey())))
                .count();
    }
}
