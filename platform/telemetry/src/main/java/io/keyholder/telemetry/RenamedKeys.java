package io.keyholder.telemetry;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Goes on reading configuration by the names that keys had in the release before, and says what they are called now. */
@Priority(Priorities.LIBRARY + 600)
public class RenamedKeys implements ConfigSourceInterceptor {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(RenamedKeys.class);

    /** What is here was called otherwise in 0.1.0, and is taken out once a release has passed. */
    private static final Map<String, String> FORMER = Map.ofEntries(
            Map.entry("keyholder.consistency.max-wait", "keyholder.consistency.patience"),
            Map.entry("keyholder.gateway.limits.max-tracked-keys", "keyholder.gateway.limits.counted"),
            Map.entry("keyholder.gateway.timeouts.failure-backoff", "keyholder.gateway.timeouts.pass-over"),
            Map.entry("keyholder.rooms.limits.rooms-including-unenrolled", "keyholder.rooms.limits.rooms-ever"),
            Map.entry("keyholder.rooms.limits.rooms-per-group", "keyholder.rooms.limits.rooms-in-a-group"),
            Map.entry("keyholder.rooms.limits.groups-per-room", "keyholder.rooms.limits.groups-of-a-room"),
            Map.entry("keyholder.rooms.limits.ids-per-scope", "keyholder.rooms.limits.ids-in-a-scope"),
            Map.entry("keyholder.rooms.imports.upload-timeout", "keyholder.rooms.imports.arrival"),
            Map.entry("keyholder.rooms.imports.max-concurrent-bytes", "keyholder.rooms.imports.bytes-at-once"),
            Map.entry("keyholder.rooms.imports.max-wait", "keyholder.rooms.imports.turn"));

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue now = context.proceed(name);
        String former = FORMER.get(name);
        if (former == null || (now != null && !isDefault(now))) {
            return now;
        }
        ConfigValue then = context.proceed(former);
        if (then == null) {
            return now;
        }
        if (SAID.add(former)) {
            LOG.warnf("event=config.renamed key=%s now=%s", former, name);
        }
        return then.withName(name);
    }

    /** Nobody has set it: it is what the key has by itself. */
    private static boolean isDefault(ConfigValue value) {
        return value.getConfigSourceOrdinal() < 0;
    }
}
