package io.keyholder.outbox.relay;

import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.ServiceRights;
import io.keyholder.outbox.OutboxEpoch;
import io.keyholder.outbox.relay.LogTable.Known;
import io.keyholder.outbox.relay.OwnTopics.Present;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Makes sure, before anything is sent and while it is, that the database and the service's topics belong together. A database
 * that is behind what is on its topics was restored, or a standby that had not heard of everything; a topic that is another log
 * than before, or ends before what was acknowledged on it, has lost something. Either way everything is published anew, in a
 * higher epoch: what readers know of the old one no longer counts.
 */
public final class Reconciliation {
    private static final Logger LOG = Logger.getLogger(Reconciliation.class);

    /** It is no matter of haste, and asks Kafka and the database. */
    private static final Duration CONFIRM_EVERY = Duration.ofSeconds(5);

    private final OwnTopics topics;
    private final TopicTail tail;
    private final LogTable logs;
    private final UnconfirmedEntries unconfirmed;
    private final EpochTable epochs;
    private final OutboxEpoch current;
    private final Republication republication;
    private final Runnable provisioning;
    private final RelaySettings settings;
    private long nextConfirmation = System.nanoTime();

    /** @param provisioning makes those topics that are missing and may be made */
    public Reconciliation(
            OwnTopics topics,
            TopicTail tail,
            LogTable logs,
            UnconfirmedEntries unconfirmed,
            EpochTable epochs,
            OutboxEpoch current,
            Republication republication,
            Runnable provisioning,
            RelaySettings settings) {
        this.topics = topics;
        this.tail = tail;
        this.logs = logs;
        this.unconfirmed = unconfirmed;
        this.epochs = epochs;
        this.current = current;
        this.republication = republication;
        this.provisioning = provisioning;
        this.settings = settings;
    }

    /**
     * Returns once changes are taken and may be sent.
     *
     * @throws KafkaException while Kafka does not say what there is, or lacks a topic
     * @throws EmptyDatabase when all that this database would say is that everything has ended
     */
    Footing establish() {
        Map<Topic, Known> known = logs.known();
        Map<Topic, Present> present = present(known);
        Sequence ours = epochs.position();
        Sequence said = tail.furthest(settings.source(), settings.stateTopics());
        boolean behind = said.isNewerThan(ours);
        if (behind && ours.version() == 0 && republication.hasNothing() && !settings.acceptEmpty()) {
            throw new EmptyDatabase(settings.source(), said);
        }
        Set<Topic> lost = lost(known, present);
        Map<Topic, String> names = namesOf(present);
        unconfirmed.sendAgain(lost);
        int epoch = epoch(ours, said, behind || lost.stream().anyMatch(Topic::carriesState));
        if (ours.epoch() > 0 && epoch > ours.epoch() || behind) {
            LOG.errorf(
                    "event=relay.epoch-rises source=%s epoch=%d databaseAt=%s topicsAt=%s lostLogs=%s",
                    settings.source(), epoch, ours, said, lost);
            republication.publish(epoch, names, lost);
        } else {
            logs.forgetProgress(lost);
            logs.remember(names);
            epochs.begin(epoch);
        }
        current.forget();
        return new Footing(epoch, Math.max(ours.version(), 0), names);
    }

    /**
     * Whether the topics are still the logs that they were.
     *
     * @throws AnotherLog when they are not: everything is to be established anew
     * @throws KafkaException when Kafka does not say
     */
    void check(Footing footing) {
        Map<Topic, Present> present = topics.look(settings.topics());
        Set<Topic> changed = EnumSet.noneOf(Topic.class);
        for (Topic topic : settings.topics()) {
            Present now = present.get(topic);
            if (now == null || !footing.isStill(topic, now)) {
                changed.add(topic);
            }
        }
        if (!changed.isEmpty()) {
            throw anotherLog(changed);
        }
    }

    /** Forgets those entries of the audit log that audit-service has stored. Asks no more often than is of use. */
    void confirmEntries() throws SQLException {
        if (System.nanoTime() - nextConfirmation < 0) {
            return;
        }
        try {
            unconfirmed.confirm(topics.progress(ServiceRights.AUDIT_SERVICE.service(), Topic.AUDIT));
        } catch (KafkaException e) {
            LOG.warnf("event=relay.not-confirmed reason=\"%s\"", e.getMessage());
        }
        nextConfirmation = System.nanoTime() + CONFIRM_EVERY.toNanos();
    }

    /** Remembers that what was acknowledged on them may be gone, so that whoever comes next does not take them for whole. */
    AnotherLog anotherLog(Set<Topic> changed) {
        logs.doubt(changed);
        return new AnotherLog("Not the log that it was, or shorter: " + changed);
    }

    /** What was acknowledged may be gone. */
    static final class AnotherLog extends KafkaException {
        AnotherLog(String message) {
            super(message);
        }
    }

    private Map<Topic, Present> present(Map<Topic, Known> known) {
        Map<Topic, Present> present = topics.look(settings.topics());
        if (present.size() < settings.topics().size()) {
            provisioning.run();
            present = topics.look(settings.topics());
        }
        Set<Topic> missing = EnumSet.copyOf(settings.topics());
        missing.removeAll(present.keySet());
        missing.forEach(topic -> LOG.log(
                known.containsKey(topic) ? Logger.Level.ERROR : Logger.Level.INFO,
                "event=relay.topic-missing topic=" + topic.topicName()
                        + (known.containsKey(topic)
                                ? " help=\"It was there: see docs/runbook.md, Kafka's data is lost\""
                                : "")));
        if (!missing.isEmpty()) {
            throw new KafkaException("Kafka lacks " + missing);
        }
        return present;
    }

    private static Set<Topic> lost(Map<Topic, Known> known, Map<Topic, Present> present) {
        Set<Topic> lost = EnumSet.noneOf(Topic.class);
        known.forEach((topic, log) -> Optional.ofNullable(present.get(topic))
                .filter(now -> !log.isStill(now))
                .ifPresent(now -> lost.add(topic)));
        return lost;
    }

    private int epoch(Sequence ours, Sequence said, boolean rises) {
        int published = Math.max(ours.epoch(), said.epoch());
        return Math.max(settings.epoch(), rises ? published + 1 : ours.epoch());
    }

    private static Map<Topic, String> namesOf(Map<Topic, Present> present) {
        Map<Topic, String> names = new EnumMap<>(Topic.class);
        present.forEach((topic, now) -> names.put(topic, now.log()));
        return names;
    }

    /** A database with nothing in it, beside topics that are not empty. */
    public static final class EmptyDatabase extends IllegalStateException {
        EmptyDatabase(String source, Sequence said) {
            super("The database of " + source + " is empty, but its topics say that it had come to " + said
                    + ". To publish that nothing of all that exists any more, set keyholder.outbox.accept-empty"
                    + " (KEYHOLDER_OUTBOX_ACCEPT_EMPTY) to true; otherwise restore the database.");
        }
    }
}
