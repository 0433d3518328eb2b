package io.keyholder.testing.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BackendsIT {

    @Nested
    class Postgres {

        @Test
        void shouldGiveEachCallerADatabaseOfItsOwn() throws SQLException {
            Database first = PostgresBackend.shared().createDatabase("rooms");
            Database second = PostgresBackend.shared().createDatabase("rooms");

            first.execute("CREATE TABLE room (id int)");
            second.execute("CREATE TABLE room (id int)");

            assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
        }

        @Test
        void shouldKeepAUserOutOfAnothersDatabase() {
            Database own = PostgresBackend.shared().createDatabase("rooms");
            Database other = PostgresBackend.shared().createDatabase("audit");

            Database trespass = new Database(other.jdbcUrl(), own.username(), own.password());

            assertThatThrownBy(trespass::connect).hasMessageContaining("permission denied");
        }

        @Test
        void shouldCutEveryConnectionOfADatabase() throws SQLException {
            Database database = PostgresBackend.shared().createDatabase("outbox");
            try (Connection connection = database.connect()) {
                int cut = database.terminateConnections();

                assertThat(cut).isEqualTo(1);
                assertThat(connection.isValid(1)).isFalse();
            }
        }
    }

    @Nested
    class Kafka {

        @Test
        void shouldBeOneAJvm() {
            assertThat(KafkaBackend.shared().bootstrapServers())
                    .isEqualTo(KafkaBackend.shared().bootstrapServers());
        }

        @Test
        void shouldCreateNoTopicByItself() {
            try (Admin admin = KafkaBackend.shared().admin()) {
                assertThatThrownBy(() -> admin.describeTopics(List.of("nobody-made-it"))
                                .allTopicNames()
                                .get(10, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
            }
        }

        @Test
        void shouldKeepAddressAndDataOverAStop() throws Exception {
            try (StoppableKafka kafka = KafkaBackend.startOwn()) {
                String address = kafka.bootstrapServers();
                String topic = "kept-" + UUID.randomUUID();
                kafka.createTopic(topic, 1, Map.of("cleanup.policy", "compact"));
                send(kafka, topic);

                kafka.stop();
                assertThat(Ports.isFree(Integer.parseInt(address.substring(address.indexOf(':') + 1))))
                        .isTrue();
                kafka.start();

                assertThat(kafka.bootstrapServers()).isEqualTo(address);
                assertThat(endOffset(kafka, topic)).isEqualTo(1);
            }
        }

        @Test
        void shouldAnswerNothingWhilePaused() throws Exception {
            try (StoppableKafka kafka = KafkaBackend.startOwn();
                    Admin admin = kafka.admin()) {
                kafka.pause();
                var nodes = admin.describeCluster().nodes();

                assertThatThrownBy(() -> nodes.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

                kafka.resume();
                assertThat(nodes.get(30, TimeUnit.SECONDS)).hasSize(1);
            }
        }

        private static void send(KafkaBackend kafka, String topic) throws Exception {
            try (var producer = new KafkaProducer<>(
                    Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                    new StringSerializer(),
                    new StringSerializer())) {
                producer.send(new ProducerRecord<>(topic, "key", "value")).get(30, TimeUnit.SECONDS);
            }
        }

        private static long endOffset(KafkaBackend kafka, String topic) throws Exception {
            TopicPartition partition = new TopicPartition(topic, 0);
            try (Admin admin = kafka.admin()) {
                return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .partitionResult(partition)
                        .get(30, TimeUnit.SECONDS)
                        .offset();
            }
        }
    }
}
