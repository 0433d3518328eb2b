package io.keyholder.outbox.consumer;

import io.keyholder.contracts.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Which process reads which partitions, as the database has it. Shares are numbered as the partitions of a topic are. Each
 * process is due as many as the others, or one more; what it holds of those it keeps, so that few move when one comes or goes.
 *
 * @param members the processes that are alive, in an order that is the same for all of them
 * @param holders who holds a share; one that is not named is free
 */
record Shares(List<UUID> members, Map<Integer, UUID> holders) {

    Set<Integer> heldBy(UUID member) {
        Set<Integer> held = new TreeSet<>();
        holders.forEach((share, holder) -> {
            if (holder.equals(member)) {
                held.add(share);
            }
        });
        return held;
    }

    /** What it is to hold no more. */
    Set<Integer> surplusOf(UUID member) {
        Set<Integer> held = heldBy(member);
        return last(held.size() - due(member), List.copyOf(held));
    }

    /** What it may take of what is free. */
    Set<Integer> openTo(UUID member) {
        List<Integer> free = IntStream.range(0, Topic.PARTITIONS)
                .filter(share -> !holders.containsKey(share))
                .boxed()
                .toList();
        int lacking = due(member) - heldBy(member).size();
        return last(Math.min(lacking, free.size()), free);
    }

    int due(UUID member) {
        int rank = members.indexOf(member);
        if (rank < 0) {
            return 0;
        }
        int more = rank < Topic.PARTITIONS % members.size() ? 1 : 0;
        return Topic.PARTITIONS / members.size() + more;
    }

    private static Set<Integer> last(int count, List<Integer> shares) {
        return new HashSet<>(shares.subList(shares.size() - Math.max(0, count), shares.size()));
    }
}
