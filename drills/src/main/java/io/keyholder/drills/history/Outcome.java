package io.keyholder.drills.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is in the end, as its owners say it.
 *
 * @param names of every room of every scene, by id, as often as lists name it
 * @param entries of every audit log, as {@code <object's id> <category> <operation>}, of what was successful
 */
public record Outcome(Map<String, List<String>> names, List<String> entries) {

    /** Every acknowledged change of a room is there, and each room once. */
    public List<Finding> lostOrDoubled(History history, Collection<Lost> lost) {
        Map<String, List<Exchange>> byRoom = new LinkedHashMap<>();
        history.where(one -> one.kind().entry().startsWith("ROOM "))
                .forEach(change -> byRoom.computeIfAbsent(change.subject(), room -> new ArrayList<>())
                        .add(change));
        List<Finding> findings = new ArrayList<>();
        byRoom.forEach((room, changes) -> {
            boolean excused = changes.stream().anyMatch(change -> lost.stream().anyMatch(time -> time.covers(change)));
            boolean known = changes.stream().allMatch(Exchange::isAcknowledged);
            List<String> there = names.getOrDefault(room, List.of());
            if (there.size() > 1) {
                findings.add(new Finding("doubled", "room " + room + " is listed as " + there));
            } else if (known
                    && !excused
                    && !there.equals(List.of(changes.getLast().value()))) {
                findings.add(new Finding("lost", "room %s is %s after %s".formatted(room, there, changes.getLast())));
            }
        });
        return findings;
    }

    /** Every acknowledged change is in the audit log once for each time. */
    public List<Finding> notLoggedOnce(History history, Collection<Lost> lost) {
        Map<String, Integer> logged = new HashMap<>();
        entries.forEach(entry -> logged.merge(entry, 1, Integer::sum));
        Map<String, List<Exchange>> made = new LinkedHashMap<>();
        history.changes()
                .forEach(change -> made.computeIfAbsent(
                                change.subject() + " " + change.kind().entry(), entry -> new ArrayList<>())
                        .add(change));
        List<Finding> findings = new ArrayList<>();
        made.forEach((entry, changes) -> {
            long acknowledged =
                    changes.stream().filter(Exchange::isAcknowledged).count();
            long unanswered = changes.stream()
                    .filter(change -> change.status() == Exchange.UNANSWERED)
                    .count();
            long excused = changes.stream()
                    .filter(change -> lost.stream().anyMatch(time -> time.covers(change)))
                    .count();
            int times = logged.getOrDefault(entry, 0);
            if (times < acknowledged - excused || times > acknowledged + unanswered + excused) {
                findings.add(new Finding(
                        "not logged once", "%s: %d entries of %d changes".formatted(entry, times, acknowledged)));
            }
        });
        return findings;
    }
}
