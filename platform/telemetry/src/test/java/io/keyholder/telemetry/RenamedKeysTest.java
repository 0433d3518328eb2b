package io.keyholder.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamedKeysTest {
    private static final String NOW = "keyholder.consistency.max-wait";
    private static final String THEN = "keyholder.consistency.patience";

    @Test
    void shouldReadAKeyByTheNameThatItHad() {
        assertThat(config(Map.of(THEN, "7s")).getValue(NOW, String.class)).isEqualTo("7s");
    }

    @Test
    void shouldPreferTheNameThatItHas() {
        assertThat(config(Map.of(THEN, "7s", NOW, "8s")).getValue(NOW, String.class))
                .isEqualTo("8s");
    }

    @Test
    void shouldLeaveTheDefaultWhereNobodySetIt() {
        assertThat(config(Map.of()).getValue(NOW, String.class)).isEqualTo("5s");
    }

    private static SmallRyeConfig config(Map<String, String> set) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder().withInterceptors(new RenamedKeys()).withDefaultValue(NOW, "5s");
        set.forEach(
                (key, value) -> builder.withSources(new PropertiesConfigSource(Map.of(key, value), "set " + key, 200)));
        return builder.build();
    }
}
