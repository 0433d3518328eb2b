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
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Publishes everything anew when the configured epoch is higher than the database's, as after a restore: every present
 * state, and the end of every aggregate that is on the topic but no longer in the database. In the new epoch these win
 * over whatever the old one said. All of it goes into the outbox in one transaction with the new epoch, so that it is
 * done once and wholly.
 */
public final class Republication {
    private static final Logger LOG = Logger.getLogger(Republication.class);
    private static final int AT_ONCE = 500;

    private final List<StateSource> sources;
    private final TopicContent content;
    private final OutboxTable outbox;
    private final EpochTable epochs;
    private final Clock clock;
    private final RelaySettings settings;

    public Republication(
            List<StateSource> sources,
            TopicContent content,
            OutboxTable outbox,
            EpochTable epochs,
            Clock clock,
            RelaySettings settings) {
        this.sources = sources;
        this.content = content;
        this.outbox = outbox;
        this.epochs = epochs;
        this.clock = clock;
        this.settings = settings;
    }

    void publishIfEpochRose() {
        QuarkusTransaction.requiringNew().timeout(3600).run(() -> {
            int published = epochs.current(settings.epoch());
            if (settings.epoch() < published) {
                throw new IllegalStateException("The configured epoch " + settings.epoch()
                        + " is lower than the database's " + published + ": set keyholder.outbox.epoch to it");
            }
            if (settings.epoch() > published) {
                sources.forEach(this::publish);
                epochs.set(settings.epoch());
                LOG.infof("event=outbox.republished source=%s epoch=%d", settings.source(), settings.epoch());
            }
        });
    }

    private void publish(StateSource source) {
        Map<UUID, AggregateState> onTopic = content.lastStates(source.topic());
        Set<UUID> present = new HashSet<>();
        List<EncodedEvent> batch = new ArrayList<>();
        try (Stream<StateSource.Snapshot> all = source.all()) {
            all.forEach(snapshot -> {
                present.add(snapshot.state().id());
                add(batch, source.topic(), snapshot.state(), snapshot.version());
            });
        }
        onTopic.forEach((id, state) -> {
            if (!present.contains(id) && !state.isEnded()) {
                add(batch, source.topic(), state.ended(), 1);
            }
        });
        outbox.insert(batch);
    }

    private void add(List<EncodedEvent> batch, Topic topic, AggregateState state, long version) {
        batch.add(EventCodec.encode(
                topic,
                new Event<>(
                        Ids.next(),
                        EventType.REPUBLISHED.ceType(),
                        settings.source(),
                        clock.instant(),
                        new Sequence(settings.epoch(), version),
                        EventContext.of(state),
                        null,
                        null,
                        state)));
        if (batch.size() >= AT_ONCE) {
            outbox.insert(batch);
            batch.clear();
        }
    }
}
