package io.keyholder.benchmarks.access;

import io.keyholder.access.projection.AccessProjection;
import io.keyholder.contracts.Event;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.stream.Stream;

/** What an assignment weighs in the memory of each service that decides. */
public final class AssignmentMemory {

    private static final int ASSIGNMENTS = 1_000_000;

    private AssignmentMemory() {}

    public static void main(String[] arguments) {
        var events = new AccessEvents(ASSIGNMENTS);
        var projection = new AccessProjection();
        long empty = usedHeap();
        fill(projection, events.tenantsRelationshipsAndRoles());
        long withoutAssignments = usedHeap();
        fill(projection, events.assignments());
        long full = usedHeap();
        Reference.reachabilityFence(projection);
        System.out.printf(
                "%,d assignments: %d bytes each; a relationship with its two tenants and a role: %d bytes%n",
                ASSIGNMENTS,
                (full - withoutAssignments) / ASSIGNMENTS,
                (withoutAssignments - empty) / (ASSIGNMENTS / AccessEvents.PER_RELATIONSHIP));
    }

    private static void fill(AccessProjection projection, Stream<Event<?>> events) {
        events.forEach(event -> Wire.apply(event, projection));
    }

    private static long usedHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
