package io.keyholder.identity;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.json.JsonObject;

/** Tokens past their verification, for tests of what is read in them. */
final class Tokens {
    static final TokenTimes TIMES = new TokenTimes(null, 0, Long.MAX_VALUE);

    private Tokens() {}

    static UnverifiedToken unverified(JsonObject claims) {
        return new UnverifiedToken("", new JsonObject(), claims);
    }

    static IdentityConfig config() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(IdentityConfig.class)
                .withConverter(java.time.Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .build()
                .getConfigMapping(IdentityConfig.class);
    }
}
