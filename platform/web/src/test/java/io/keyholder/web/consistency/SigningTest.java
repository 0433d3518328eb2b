package io.keyholder.web.consistency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SigningTest {
    private static final String OLD = "the old secret, of 32 characters";
    private static final String NEW = "the new secret, of 32 characters";
    private static final byte[] CONTENT = "content".getBytes(UTF_8);
    private static final byte[] BOUND = "bound".getBytes(UTF_8);

    @Test
    void shouldRefuseAShortSecretAlsoBehindALongOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(NEW, "short"))
                .withMessage("the secret must have at least 32 characters");
    }

    @Test
    void shouldNotOpenWhatWasSealedForSomethingElse() {
        assertThat(with(NEW).open(with(NEW).seal(CONTENT, BOUND), CONTENT)).isEmpty();
    }

    @Nested
    class WhileTheSecretIsReplaced {

        @Test
        void shouldOpenWhatEitherHasSealed() {
            String before = with(OLD).seal(CONTENT, BOUND);
            String after = with(NEW).seal(CONTENT, BOUND);

            assertThat(with(OLD, NEW).open(before, BOUND)).contains(CONTENT);
            assertThat(with(OLD, NEW).open(after, BOUND)).contains(CONTENT);
        }

        @Test
        void shouldSealWithTheFirst() {
            String sealed = with(NEW, OLD).seal(CONTENT, BOUND);

            assertThat(with(NEW).open(sealed, BOUND)).contains(CONTENT);
            assertThat(with(OLD).open(sealed, BOUND)).isEmpty();
        }
    }

    private static Signing with(String... secrets) {
        return new Signing(List.of(secrets), "the secret");
    }
}
