package io.keyholder.contracts;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * One of a service's views of what others, or its own consumers, did: a projection in memory or a table. A request that
 * carries a consistency token waits until each view of the service has what the token names.
 */
public interface ConsistencyView {

    /** The topics whose states it follows; what a token says of other topics does not concern it. */
    Set<Topic> topics();

    /** Whether it has this state of the aggregate or a later one, its deletion included. May ask the database. */
    boolean has(Topic topic, UUID aggregateId, Sequence sequence);

    /** Whether it has everything that the service committed before the time. May ask the database. */
    boolean hasEverythingBefore(Topic topic, String source, Instant time);
}
