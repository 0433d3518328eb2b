package io.keyholder.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.Scope;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AccessScopeTest {

    @Nested
    class TheUnionOfScopes {

        private final UUID room = UUID.randomUUID();
        private final UUID group = UUID.randomUUID();
        private final UUID otherGroup = UUID.randomUUID();

        @Test
        void shouldBeNothingOfNone() {
            assertThat(AccessScope.union(List.of()).isEmpty()).isTrue();
        }

        @Test
        void shouldBeEverythingWhenOneIs() {
            var scope = AccessScope.union(List.of(Scope.selected(List.of(room), List.of()), Scope.all()));

            assertThat(scope).isEqualTo(AccessScope.everything());
        }

        @Test
        void shouldHoldWhatAnyOfThemNamesOnce() {
            var scope = AccessScope.union(List.of(
                    Scope.selected(List.of(room), List.of(group)),
                    Scope.selected(List.of(), List.of(group, otherGroup)),
                    Scope.selected(List.of(), List.of())));

            assertThat(scope.all()).isFalse();
            assertThat(scope.roomIds()).containsExactly(room);
            assertThat(scope.roomGroupIds()).containsExactlyInAnyOrder(group, otherGroup);
        }

        @Test
        void shouldBeNothingOfEmptyOnesNeverEverything() {
            var empty = Scope.selected(List.of(), List.of());

            assertThat(AccessScope.union(List.of(empty)).isEmpty()).isTrue();
            assertThat(AccessScope.union(List.of(empty, empty)).isEmpty()).isTrue();
        }
    }
}
