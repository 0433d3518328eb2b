package io.keyholder.web.consistency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SigningsTest {
    private static final byte[] CONTENT = "content".getBytes(UTF_8);
    private static final byte[] BOUND = "bound".getBytes(UTF_8);

    @Test
    void shouldOpenNothingOfItsOwnWithWhatAllServicesKnow() {
        Signings rooms = signings(Optional.of(List.of("known to rooms-service and no other")));
        Signings rbac = signings(Optional.of(List.of("known to rbac-service and to no other")));
        String sealed = rooms.own().seal(CONTENT, BOUND);

        assertThat(rooms.own().open(sealed, BOUND)).contains(CONTENT);
        assertThat(rooms.shared().open(sealed, BOUND)).isEmpty();
        assertThat(rbac.own().open(sealed, BOUND)).isEmpty();
    }

    @Test
    void shouldOpenWhatAnotherServiceGaveOut() {
        Signings rooms = signings(Optional.of(List.of("known to rooms-service and no other")));
        Signings rbac = signings(Optional.empty());

        assertThat(rbac.shared().open(rooms.shared().seal(CONTENT, BOUND), BOUND))
                .contains(CONTENT);
    }

    private static Signings signings(Optional<List<String>> own) {
        return new Signings(
                new ConsistencyConfig() {
                    @Override
                    public List<String> secret() {
                        return List.of("known to all services, so to none alone");
                    }

                    @Override
                    public Duration maxWait() {
                        return Duration.ZERO;
                    }
                },
                () -> own);
    }
}
