package io.keyholder.invitation.invitation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyholder.contracts.Scope;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void shouldBeValidForOneToThirtyDays(int days) {
        assertThat(offer(days).validity()).isEqualTo(Duration.ofDays(days));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 31})
    void shouldNotBeValidForAnyOtherTime(int days) {
        assertThatIllegalArgumentException().isThrownBy(() -> offer(days));
    }

    private static Offer offer(int days) {
        return new Offer("meridian.example", days, Scope.all(), Optional.empty(), Optional.empty());
    }
}
