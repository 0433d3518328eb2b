package io.keyholder.testing;

import static java.util.Map.entry;

import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.backend.PostgresBackend;
import io.keyholder.testing.issuer.TestIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives a Quarkus test a fresh database, the JVM's Kafka and an operators' issuer, as configuration of the service and in
 * the test's {@link Provided} fields. The service runs as in production: as a user who may not change the schema.
 */
public final class KeyholderTestResource implements QuarkusTestResourceLifecycleManager {

    private static final int SECRET_BYTES = 32;

    private final KafkaBackend kafka = KafkaBackend.shared();
    private final Database database = PostgresBackend.shared().createDatabase("keyholder");
    private final Database user = PostgresBackend.shared().createUser(database);
    private final Map<String, TestIssuer> issuers = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                entry("keyholder.database.url", database.jdbcUrl()),
                entry("keyholder.database.username", user.username()),
                entry("keyholder.database.password", user.password()),
                entry("keyholder.database.owner.username", database.username()),
                entry("keyholder.database.owner.password", database.password()),
                entry("keyholder.database.require-restricted-user", "true"),
                entry("keyholder.kafka.bootstrap-servers", kafka.bootstrapServers()),
                // Each start has a database of its own, beside what earlier ones have put on the same Kafka.
                entry("keyholder.outbox.accept-empty", "true"),
                entry("keyholder.operator.issuer", issuer(Provided.OPERATOR).issuer()),
                entry("keyholder.identity.allow-loopback-issuers", "true"),
                entry("keyholder.consistency.secret", secret()));
    }

    /** One field at a time: the injector fills the first that matches and no other. */
    @Override
    public void inject(TestInjector injector) {
        for (Field field : providedFields(injector)) {
            injector.injectIntoFields(value(field), field::equals);
        }
    }

    @Override
    public void stop() {
        issuers.values().forEach(TestIssuer::close);
        issuers.clear();
    }

    /** The injector shows its fields to predicates alone, so one that takes none notes them. */
    private static List<Field> providedFields(TestInjector injector) {
        List<Field> fields = new ArrayList<>();
        injector.injectIntoFields(fields, field -> {
            if (field.isAnnotationPresent(Provided.class)) {
                fields.add(field);
            }
            return false;
        });
        return fields;
    }

    private Object value(Field field) {
        Class<?> type = field.getType();
        String name = field.getAnnotation(Provided.class).value();
        if (type == Database.class) {
            return name.equals(Provided.SERVICE) ? user : database;
        }
        if (type == KafkaBackend.class) {
            return kafka;
        }
        if (type == TestIssuer.class) {
            return issuer(name);
        }
        throw new IllegalArgumentException("@Provided cannot fill " + field);
    }

    private TestIssuer issuer(String name) {
        return issuers.computeIfAbsent(name, TestIssuer::start);
    }

    private static String secret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
