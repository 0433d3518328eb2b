package io.keyholder.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IssuerConnectionTest {
    private static final String ADDRESS = "https://login.example.org/jwks";

    private final IssuerConnection issuer =
            new IssuerConnection("https://login.example.org", Tokens.config(), Clock.systemUTC());

    @Nested
    class Keys {

        @Test
        void shouldStayTheSameSetHoweverTheyAreWritten() throws JoseException {
            JsonObject key = key();
            JsonObject rewritten = new JsonObject().put("comment", "the same");
            key.forEach(member -> rewritten.put(member.getKey(), member.getValue()));

            assertThat(issuer.answered(ADDRESS, AcceptedKeys.of(new JsonArray().add(key))))
                    .isTrue();
            KeySet first = issuer.keys();
            assertThat(issuer.answered(ADDRESS, AcceptedKeys.of(new JsonArray().add(rewritten))))
                    .isFalse();

            assertThat(issuer.keys()).isSameAs(first);
        }

        @Test
        void shouldBeAnotherSetWhenOneIsAnother() throws JoseException {
            issuer.answered(ADDRESS, AcceptedKeys.of(new JsonArray().add(key())));
            KeySet first = issuer.keys();

            assertThat(issuer.answered(ADDRESS, AcceptedKeys.of(new JsonArray().add(key()))))
                    .isTrue();

            assertThat(issuer.keys()).isNotSameAs(first);
        }

        @Test
        void shouldTellAnIssuerWithoutKeysFromOneThatWasNeverAsked() {
            assertThat(issuer.answered(ADDRESS, AcceptedKeys.of(new JsonArray())))
                    .isTrue();

            assertThat(issuer.keys()).isNotSameAs(KeySet.NONE);
            assertThat(KeySet.NONE.fetchedAt()).isEqualTo("1970-01-01T00:00:00Z");
        }

        private static JsonObject key() throws JoseException {
            return new JsonObject(
                    EcJwkGenerator.generateJwk(EllipticCurves.P256).toJson(OutputControlLevel.PUBLIC_ONLY));
        }
    }

    @Nested
    class Asking {
        private final CountDownLatch answer = new CountDownLatch(1);
        private final AtomicInteger asked = new AtomicInteger();

        @Test
        void shouldBeDoneByOneForAllAndOutliveWhoeverLeaves() {
            CompletableFuture<Void> first = issuer.askForToken(this::ask).toCompletableFuture();
            CompletableFuture<Void> second = issuer.askForToken(this::ask).toCompletableFuture();

            first.cancel(true);
            assertThat(second).isNotDone();
            answer.countDown();

            assertThat(second).succeedsWithin(Duration.ofSeconds(5));
            assertThat(asked).hasValue(1);
        }

        @Test
        void shouldEndAlsoWhenItBreaks() {
            CompletableFuture<Void> broken = issuer.askForToken(() -> {
                        throw new IllegalStateException("broken");
                    })
                    .toCompletableFuture();

            assertThat(broken).succeedsWithin(Duration.ofSeconds(5));
            assertThat(issuer.hasFailed()).isTrue();
        }

        private void ask() {
            asked.incrementAndGet();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
