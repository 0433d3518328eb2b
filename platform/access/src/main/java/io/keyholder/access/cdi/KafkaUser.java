package io.keyholder.access.cdi;

import io.keyholder.contracts.kafka.KafkaConfig;
import io.keyholder.contracts.kafka.UserRights;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Looks, once, at what the user could do as whom this process reaches Kafka. Where a restricted one is required the process is
 * not ready before that is known, and ends if it could do more.
 */
@Readiness
@ApplicationScoped
class KafkaUser implements HealthCheck, Runnable {
    private static final Logger LOG = Logger.getLogger(KafkaUser.class);
    private static final long RETRY_MILLIS = 500;

    private final KafkaConfig kafka;
    private final String service;
    private volatile boolean awaited;
    private volatile boolean closed;

    KafkaUser(KafkaConfig kafka, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.kafka = kafka;
        this.service = service;
        this.awaited = kafka.requireRestrictedUser();
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("keyholder-kafka-user").daemon(true).start(this);
    }

    void stop(@Observes ShutdownEvent event) {
        closed = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("kafka user").status(!awaited).build();
    }

    @Override
    public void run() {
        Map<String, Object> properties = new HashMap<>(kafka.client());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, "keyholder-rights");
        try (Admin admin = Admin.create(properties)) {
            while (!closed && !isSettled(UserRights.of(service, admin))) {
                Thread.sleep(RETRY_MILLIS);
            }
        } catch (KafkaException e) {
            LOG.errorf("event=kafka.user-unknown reason=\"%s\"", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isSettled(UserRights rights) {
        return switch (rights) {
            case UserRights.Unknown unknown -> {
                LOG.debugf("event=kafka.user-unknown reason=\"%s\"", unknown.reason());
                yield false;
            }
            case UserRights.Restricted restricted -> {
                awaited = false;
                yield true;
            }
            case UserRights.Excessive excessive -> {
                refuse(excessive.could());
                yield true;
            }
        };
    }

    private void refuse(String could) {
        if (!kafka.requireRestrictedUser()) {
            LOG.warnf("event=kafka.user-unrestricted could=\"%s\"", could);
            return;
        }
        LOG.errorf(
                "event=kafka.user-refused could=\"%s\" help=\"Give %s a user of its own at Kafka with no more rights"
                        + " than docs/operations.md says\"",
                could, service);
        Quarkus.asyncExit(1);
    }
}
