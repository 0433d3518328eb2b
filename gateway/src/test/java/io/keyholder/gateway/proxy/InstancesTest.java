package io.keyholder.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.gateway.proxy.Instance.Promise;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstancesTest {
    private static final URI ROOMS = URI.create("http://rooms-service:8080");
    private static final URI SPARE = URI.create("http://10.0.0.9:8080");

    private final Instances instances = new Instances(List.of(ROOMS, SPARE), Duration.ofMinutes(1));

    @Test
    void shouldGoByTheNameWhileNoAddressIsKnown() {
        assertThat(instances.all())
                .hasSize(2)
                .allSatisfy(
                        instance -> assertThat(instance.request().getServer()).isNull());
        assertThat(instances.bases()).containsExactly(ROOMS, SPARE);
    }

    @Test
    void shouldHaveOneInstanceForEachAddressOfAHost() {
        instances.resolved(ROOMS, List.of("10.0.0.1", "10.0.0.2"));
        assertThat(instances.all())
                .extracting(Instance::toString)
                .containsExactly(ROOMS + " at 10.0.0.1", ROOMS + " at 10.0.0.2", SPARE.toString());
    }

    @Test
    void shouldConnectToTheAddressAndAskForTheName() {
        instances.resolved(ROOMS, List.of("10.0.0.1"));
        var request = instances.all().getFirst().request();
        assertThat(request.getServer().host()).isEqualTo("10.0.0.1");
        assertThat(request.getServer().port()).isEqualTo(8080);
        assertThat(request.getHost()).isEqualTo("rooms-service");
    }

    @Test
    void shouldDropWhatTheNameServiceNoLongerNames() {
        instances.resolved(ROOMS, List.of("10.0.0.1", "10.0.0.2"));
        instances.resolved(ROOMS, List.of("10.0.0.2"));
        assertThat(instances.all())
                .extracting(Instance::toString)
                .containsExactly(ROOMS + " at 10.0.0.2", SPARE.toString());
    }

    @Test
    void shouldRememberWhichInstanceCouldNotBeReached() {
        instances.resolved(ROOMS, List.of("10.0.0.1", "10.0.0.2"));
        instances.all().getFirst().markUnreachable();
        instances.resolved(ROOMS, List.of("10.0.0.1", "10.0.0.3"));
        assertThat(instances.all())
                .extracting(Instance::promise)
                .containsExactly(Promise.WAS_NOT_REACHED, Promise.MAY_SERVE, Promise.MAY_SERVE);
    }

    @Test
    void shouldRememberWhichInstanceIsNotReady() {
        instances.resolved(ROOMS, List.of("10.0.0.1", "10.0.0.2"));
        instances.all().getFirst().noteReadiness(false);
        instances.all().get(1).noteReadiness(true);
        instances.resolved(ROOMS, List.of("10.0.0.1", "10.0.0.2"));
        assertThat(instances.all())
                .extracting(Instance::promise)
                .containsExactly(Promise.IS_NOT_READY, Promise.SERVES, Promise.MAY_SERVE);
    }
}
