package io.keyholder.gateway;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.backend.Ports;
import io.keyholder.testing.http.Certificate;
import io.keyholder.testing.issuer.TestIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What stands around a gateway: Kafka with the tenants, issuers, and the services. */
public class Surroundings implements QuarkusTestResourceLifecycleManager {
    static final UUID TENANT = Ids.next();
    static final int USER_QUOTA = 300;

    private static final AtomicLong VERSION = new AtomicLong(1);
    private static final Map<String, FakeService> SERVICES = new LinkedHashMap<>();
    private static Vertx vertx;
    private static KafkaBackend kafka;
    private static TestIssuer issuer;
    private static TestIssuer attacker;
    private static TestIssuer operators;
    private static Certificate certificate;

    static FakeService service(String name) {
        return SERVICES.get(name);
    }

    static TestIssuer issuer() {
        return issuer;
    }

    static TestIssuer attacker() {
        return attacker;
    }

    static TestIssuer operators() {
        return operators;
    }

    static Certificate certificate() {
        return certificate;
    }

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        certificate = Certificate.of("first");
        kafka = KafkaBackend.shared();
        kafka.createTopic(Topic.TENANTS.topicName(), Topic.PARTITIONS, Topic.TENANTS.configuration());
        issuer = TestIssuer.start("aurora");
        attacker = TestIssuer.start("attacker");
        operators = TestIssuer.start("operators");
        for (String name : List.of("tenant-relationship", "invitation", "rbac", "rooms", "audit")) {
            SERVICES.put(name, new FakeService(vertx, name, Ports.free()).start());
        }
        register(TenantState.Status.ACTIVE);
        return configuration();
    }

    private static Map<String, String> configuration() {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("keyholder.kafka.bootstrap-servers", kafka.bootstrapServers());
        configuration.put("keyholder.operator.issuer", operators.issuer());
        configuration.put("keyholder.identity.allow-loopback-issuers", "true");
        configuration.put("keyholder.gateway.limits.user-per-minute", Integer.toString(USER_QUOTA));
        configuration.put("keyholder.gateway.timeouts.idle", "1s");
        configuration.put(
                "keyholder.gateway.docs.sign-in",
                String.join(
                        ",",
                        issuer.issuer(),
                        operators.issuer(),
                        "https://one.example/a/v2.0",
                        "https://two.example/b/v2.0"));
        configuration.put(
                "keyholder.gateway.cors.origins", "https://app.example,https://*.apps.example,http://localhost:*");
        configuration.put("quarkus.http.tls-configuration-name", "gateway");
        configuration.put("quarkus.tls.gateway.key-store.p12.path", certificate.path());
        configuration.put("quarkus.tls.gateway.key-store.p12.password", Certificate.PASSWORD);
        configuration.put("quarkus.tls.gateway.reload-period", "30s");
        SERVICES.forEach((name, service) -> configuration.put("keyholder.gateway.services." + name, service.url()));
        configuration.merge(
                "keyholder.gateway.services.audit",
                "http://127.0.0.1:" + Ports.free(),
                (live, dead) -> dead + "," + live);
        return configuration;
    }

    @Override
    public void stop() {
        SERVICES.values().forEach(FakeService::close);
        List.of(issuer, attacker, operators).forEach(TestIssuer::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Publishes the tenant's state, as its owner does. */
    static void register(TenantState.Status status) {
        TenantState state = new TenantState(
                TENANT,
                "Aurora",
                List.of("aurora.example"),
                List.of(new TenantState.Issuer(issuer.issuer(), false)),
                false,
                status,
                Instant.now());
        Event<TenantState> event = new Event<>(
                Ids.next(),
                "tenant.changed.v1",
                "tenant-relationship-service",
                Instant.now(),
                new Sequence(1, VERSION.getAndIncrement()),
                EventContext.of(state),
                null,
                null,
                state);
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(KafkaRecords.toRecord(EventCodec.encode(Topic.TENANTS, event)));
        }
    }
}
