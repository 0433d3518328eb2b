package io.keyholder.outbox.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.KafkaAddress;
import io.keyholder.contracts.kafka.LocalUsers;
import io.keyholder.contracts.kafka.ServiceAcls;
import io.keyholder.contracts.kafka.ServiceRights;
import io.keyholder.contracts.kafka.UserRights;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.backend.StoppableKafka;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Kafka that knows a user for each service: what somebody who has one of them, or the service itself, can do with it. */
class KafkaRightsIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String AUDIT = Topic.AUDIT.topicName();

    private static final LocalUsers USERS = new LocalUsers(Stream.concat(
                    Stream.of(LocalUsers.ADMINISTRATOR),
                    Arrays.stream(ServiceRights.values()).map(ServiceRights::service))
            .collect(Collectors.toMap(user -> user, user -> "of-" + user)));

    private static StoppableKafka kafka;

    @BeforeAll
    static void everyServiceHasMadeItsTopics() throws Exception {
        kafka = KafkaBackend.startOwn(USERS);
        try (Admin admin = kafka.admin()) {
            new ServiceAcls(ServiceRights::service).apply(admin);
        }
        for (ServiceRights service : ServiceRights.values()) {
            new TopicProvisioning(as(service), Set::of, (short) 1, false).make();
        }
    }

    @AfterAll
    static void end() {
        kafka.close();
    }

    private static KafkaClients as(ServiceRights service) {
        return clients(service.service(), service.service());
    }

    private static KafkaClients clients(String user, String service) {
        return new KafkaClients(new KafkaAddress(kafka.bootstrapServers(), USERS.client(user)), service);
    }

    private static Set<String> writable(KafkaClients clients) throws InterruptedException {
        Set<String> taken = new TreeSet<>();
        try (Producer<String, byte[]> producer = clients.producer()) {
            for (String topic : ServiceRights.topics()) {
                try {
                    producer.send(new ProducerRecord<>(topic, "forged", new byte[0]))
                            .get();
                    taken.add(topic);
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(AuthorizationException.class);
                }
            }
        } catch (KafkaException refused) {
            // Who may write nothing is not even given a producer's id.
            assertThat(taken).isEmpty();
        }
        return taken;
    }

    @Test
    void shouldHaveEveryTopic() throws Exception {
        try (Admin admin = kafka.admin()) {
            assertThat(admin.listTopics().names().get()).containsAll(ServiceRights.topics());
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeFromEachServiceWhatItOwnsAndNothingElse(ServiceRights service) throws InterruptedException {
        Set<String> allowed = new TreeSet<>(Set.of(AUDIT));
        Arrays.stream(Topic.values())
                .filter(topic -> topic.carriesState() && topic.isWrittenBy(service.service()))
                .forEach(topic -> allowed.add(topic.topicName()));
        Arrays.stream(Topic.values())
                .filter(topic -> !topic.isDecisive() && service.mayRead(topic))
                .forEach(topic -> allowed.add(topic.deadLetters()));

        assertThat(writable(as(service))).isEqualTo(service == ServiceRights.GATEWAY ? Set.of() : allowed);
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowEachServiceWhatItReadsAndNothingElse(ServiceRights service) throws InterruptedException {
        Set<String> readable = new TreeSet<>();
        try (Admin admin = as(service).admin()) {
            var withOperations = new DescribeTopicsOptions().includeAuthorizedOperations(true);
            var answers =
                    admin.describeTopics(ServiceRights.topics(), withOperations).topicNameValues();
            for (String topic : ServiceRights.topics()) {
                try {
                    if (answers.get(topic).get().authorizedOperations().contains(AclOperation.READ)) {
                        readable.add(topic);
                    }
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(AuthorizationException.class);
                }
            }
        }

        assertThat(readable)
                .isEqualTo(Arrays.stream(Topic.values())
                        .filter(service::mayRead)
                        .map(Topic::topicName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void shouldNotLetAServiceFollowWhatItDoesNotRead() {
        try (Consumer<String, byte[]> reader = as(ServiceRights.GATEWAY).plainConsumer()) {
            List<TopicPartition> assignments = List.of(new TopicPartition(Topic.ASSIGNMENTS.topicName(), 0));
            reader.assign(assignments);
            reader.seekToBeginning(assignments);

            assertThatThrownBy(() -> reader.poll(SOON)).isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void shouldKeepAServiceOutOfAnothersGroup() {
        KafkaClients intruder = clients(ServiceRights.ROOMS_SERVICE.service(), ServiceRights.RBAC_SERVICE.service());
        try (Consumer<String, byte[]> member = intruder.groupConsumer()) {
            member.subscribe(List.of(Topic.INVITATIONS.topicName()));

            assertThatThrownBy(() -> member.poll(SOON)).isInstanceOf(GroupAuthorizationException.class);
        }
    }

    @Test
    void shouldLetNobodyInWithoutAPassword() {
        LocalUsers guessed = new LocalUsers(Map.of("rbac-service", "guessed"));
        KafkaAddress address = new KafkaAddress(kafka.bootstrapServers(), guessed.client("rbac-service"));

        try (Admin admin = new KafkaClients(address, "rbac-service").admin()) {
            assertThatThrownBy(() -> admin.describeCluster().clusterId().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void shouldTakeAwayWhatSomebodyGaveBesides() throws Exception {
        ServiceAcls generous = new ServiceAcls(
                service -> service == ServiceRights.RBAC_SERVICE ? ServiceRights.AUDIT_SERVICE.service() : "nobody");
        try (Admin admin = kafka.admin()) {
            admin.createAcls(generous.of(ServiceRights.RBAC_SERVICE)).all().get();
            assertThat(writable(as(ServiceRights.AUDIT_SERVICE))).contains(Topic.ASSIGNMENTS.topicName());

            new ServiceAcls(ServiceRights::service).apply(admin);
        }
        assertThat(writable(as(ServiceRights.AUDIT_SERVICE))).doesNotContain(Topic.ASSIGNMENTS.topicName());
    }

    @Nested
    class AtTheStart {

        @ParameterizedTest
        @EnumSource
        void shouldKnowARestrictedUser(ServiceRights service) throws InterruptedException {
            try (Admin admin = as(service).admin()) {
                assertThat(UserRights.of(service.service(), admin)).isEqualTo(new UserRights.Restricted());
            }
        }

        @Test
        void shouldSeeThatAnothersUserCouldWriteItsTopics() throws InterruptedException {
            try (Admin admin = as(ServiceRights.RBAC_SERVICE).admin()) {
                assertThat(UserRights.of("rooms-service", admin))
                        .isInstanceOfSatisfying(
                                UserRights.Excessive.class,
                                rights -> assertThat(rights.could())
                                        .contains("write assignments.v1", "write roles.v1")
                                        .doesNotContain("write audit.v1,"));
            }
        }

        @Test
        void shouldSeeThatAnAdministratorCouldDoAnything() throws InterruptedException {
            try (Admin admin = kafka.admin()) {
                assertThat(UserRights.of("rooms-service", admin))
                        .isInstanceOfSatisfying(
                                UserRights.Excessive.class,
                                rights -> assertThat(rights.could())
                                        .contains("write assignments.v1", "delete rooms.v1", "alter of the cluster"));
            }
        }

        @Test
        void shouldSeeThatABrokerWithoutAuthorizerAllowsEverything() throws InterruptedException {
            RealClients clients = new RealClients(KafkaBackend.shared().bootstrapServers());
            clients.provision();
            try (Admin admin = KafkaBackend.shared().admin()) {
                assertThat(UserRights.of("rooms-service", admin))
                        .isInstanceOfSatisfying(
                                UserRights.Excessive.class,
                                rights -> assertThat(rights.could()).contains("write assignments.v1"));
            }
        }

        @Test
        void shouldNotTakeWhatIsUnknownForNothing() throws Exception {
            try (StoppableKafka empty = KafkaBackend.startOwn(USERS)) {
                try (Admin admin = empty.admin()) {
                    new ServiceAcls(ServiceRights::service).apply(admin);
                }
                KafkaAddress address = new KafkaAddress(empty.bootstrapServers(), USERS.client("rooms-service"));
                try (Admin admin = new KafkaClients(address, "rooms-service").admin()) {
                    assertThat(UserRights.of("rooms-service", admin)).isInstanceOf(UserRights.Unknown.class);
                }
            }
        }
    }
}
