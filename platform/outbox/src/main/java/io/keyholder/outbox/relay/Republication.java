package io.keyholder.outbox.relay;

import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.OutboxTable;
import io.keyholder.outbox.StateSource;
import io.keyholder.outbox.Written;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Publishes everything anew in a higher epoch, as after a restore: every present
 * state, and the end of every aggregate that is on the topic but no longer in the database. In the new epoch these win
 * over whatever the old one said. All of it goes into the outbox in one transaction with the new epoch, so that it is
 * done once and wholly.
 */
public final class Republication {
    private static final Logger LOG = Logger.getLogger(Republication.class);
    private static final int AT_ONCE = 500;

    /** Before every version, in case it comes to be again: an acceptance that is handed over anew establishes it anew. */
    private static final long ENDED_VERSION = 0;

    private final Iterable<StateSource> sources;
    private final TopicContent content;
    private final OutboxTable outbox;
    private final EpochTable epochs;
    private final LogTable logs;
    private final Clock clock;
    private final String service;

    public Republication(
            Iterable<StateSource> sources,
            TopicContent content,
            OutboxTable outbox,
            EpochTable epochs,
            LogTable logs,
            Clock clock,
            String service) {
        this.sources = sources;
        this.content = content;
        this.outbox = outbox;
        this.epochs = epochs;
        this.logs = logs;
        this.clock = clock;
        this.service = service;
    }

    /** Whether there is no state at all to publish. */
    boolean hasNothing() {
        return QuarkusTransaction.requiringNew()
                .call(() -> StreamSupport.stream(sources.spliterator(), false).allMatch(source -> {
                    try (Stream<StateSource.Snapshot> all = source.all(0)) {
                        return all.findAny().isEmpty();
                    }
                }));
    }

    /**
     * @param epoch the new one
     * @param names which logs the topics are
     * @param lost the topics on which nothing is left of what was acknowledged, or not everything
     */
    void publish(int epoch, Map<Topic, String> names, Set<Topic> lost) {
        // Nobody else sends, so what is on the topics can be read before anybody has to wait.
        Map<Topic, Map<UUID, AggregateState>> onTopics = new EnumMap<>(Topic.class);
        sources.forEach(source -> onTopics.put(source.topic(), content.presentStates(source.topic())));
        QuarkusTransaction.requiringNew().timeout(3600).run(() -> {
            outbox.blockAppends();
            epochs.begin(epoch);
            logs.forgetProgress(lost);
            logs.remember(names);
            sources.forEach(source -> publish(source, epoch, onTopics.getOrDefault(source.topic(), Map.of())));
        });
        LOG.infof("event=outbox.republished source=%s epoch=%d", service, epoch);
    }

    private void publish(StateSource source, int epoch, Map<UUID, AggregateState> onTopic) {
        Set<UUID> present = new HashSet<>();
        List<EncodedEvent> batch = new ArrayList<>();
        try (Stream<StateSource.Snapshot> all = source.all(epoch)) {
            all.forEach(snapshot -> {
                present.add(snapshot.state().id());
                add(batch, epoch, source.topic(), snapshot.state(), snapshot.version());
            });
        }
        onTopic.forEach((id, state) -> {
            if (!present.contains(id)) {
                add(batch, epoch, source.topic(), state.ended(), ENDED_VERSION);
                outbox.insertEnded(List.of(new Written(source.topic(), id, new Sequence(epoch, ENDED_VERSION))));
            }
        });
        outbox.insert(batch, epoch);
    }

    private void add(List<EncodedEvent> batch, int epoch, Topic topic, AggregateState state, long version) {
        batch.add(EventCodec.encode(
                topic,
                new Event<>(
                        Ids.next(),
                        EventType.REPUBLISHED.ceType(),
                        service,
                        clock.instant(),
                        new Sequence(epoch, version),
                        EventContext.of(state),
                        null,
                        null,
                        state)));
        if (batch.size() >= AT_ONCE) {
            outbox.insert(batch, epoch);
            batch.clear();
        }
    }
}
