package io.keyholder.web.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConsistencyTokenTest {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00.123456Z");

    private final ConsistencyTokens tokens = new ConsistencyTokens(signings("0123456789abcdef0123456789abcdef"));

    private static Signings signings(String secret) {
        return new Signings(config(secret), Optional::empty);
    }

    private static ConsistencyConfig config(String secret) {
        return new ConsistencyConfig() {
            @Override
            public List<String> secret() {
                return List.of(secret);
            }

            @Override
            public Duration maxWait() {
                return Duration.ZERO;
            }
        };
    }

    private static Written room(UUID id, long version) {
        return new Written(Topic.ROOMS, id, new Sequence(1, version));
    }

    private static ConsistencyToken many(int count) {
        return ConsistencyToken.of(
                IntStream.range(0, count).mapToObj(i -> room(Ids.next(), i + 1)).toList());
    }

    @Nested
    class Merging {

        @Test
        void shouldKeepTheNewestOfEachAggregate() {
            UUID id = Ids.next();
            ConsistencyToken older = ConsistencyToken.of(List.of(room(id, 1)));
            ConsistencyToken newer = ConsistencyToken.of(List.of(room(id, 2)));

            assertThat(older.and(newer).states()).containsExactly(room(id, 2));
            assertThat(newer.and(older).states()).containsExactly(room(id, 2));
        }

        @Test
        void shouldTellApartWhatLiesOnDifferentTopics() {
            UUID id = Ids.next();
            Written relationship = new Written(Topic.RELATIONSHIPS, id, new Sequence(1, 1));
            Written delegation = new Written(Topic.DELEGATIONS, id, new Sequence(1, 1));

            assertThat(ConsistencyToken.of(List.of(relationship, delegation)).states())
                    .containsExactlyInAnyOrder(relationship, delegation);
        }

        @Test
        void shouldKeepTheLaterTimeOfEachService() {
            ConsistencyToken early = ConsistencyToken.completeUntil("rooms-service", TIME);
            ConsistencyToken late = ConsistencyToken.completeUntil("rooms-service", TIME.plusSeconds(1));
            ConsistencyToken other = ConsistencyToken.completeUntil("rbac-service", TIME);

            assertThat(early.and(late).and(other).completeUntil())
                    .isEqualTo(Map.of("rooms-service", TIME.plusSeconds(1), "rbac-service", TIME));
            assertThat(late.and(early).completeUntil()).containsEntry("rooms-service", TIME.plusSeconds(1));
        }

        /** What was changed last matters most, and it may be the oldest object of all: a relationship that is removed. */
        @Test
        void shouldNeverLetGoOfTheLastChange() {
            Written old = room(Ids.next(), 9);
            ConsistencyToken brought = many(ConsistencyToken.MOST);

            ConsistencyToken answer = brought.and(ConsistencyToken.of(List.of(old)));

            assertThat(answer.states()).contains(old).hasSize(ConsistencyToken.MOST);
        }

        @Test
        void shouldLetGoOfTheEarliestChangeFirst() {
            ConsistencyToken token = ConsistencyToken.empty();
            List<Written> changes = IntStream.range(0, ConsistencyToken.MOST + 5)
                    .mapToObj(i -> room(UUID.randomUUID(), 1))
                    .toList();
            for (Written change : changes) {
                token = tokens.read(tokens.write(token.and(ConsistencyToken.of(List.of(change)))))
                        .orElseThrow();
            }

            assertThat(token.states()).containsExactlyInAnyOrderElementsOf(changes.subList(5, changes.size()));
        }
    }

    @Nested
    class Writing {

        @Test
        void shouldBeReadAsItWasWritten() {
            ConsistencyToken token = many(7).and(ConsistencyToken.completeUntil("rooms-service", TIME));

            assertThat(tokens.read(tokens.write(token))).contains(token);
        }

        @Test
        void shouldStayUnder4KiBWhateverWasChanged() {
            ConsistencyToken token = many(1000);
            for (String service : List.of(
                    "tenant-relationship-service",
                    "invitation-service",
                    "rbac-service",
                    "rooms-service",
                    "audit-service",
                    "gateway")) {
                token = token.and(ConsistencyToken.completeUntil(service, TIME));
            }

            assertThat(tokens.write(token)).hasSizeLessThan(4096).matches("[A-Za-z0-9_-]+");
        }

        @Test
        void shouldCarryLargeEpochsAndVersions() {
            ConsistencyToken token = ConsistencyToken.of(
                    List.of(new Written(Topic.ROOMS, Ids.next(), new Sequence(65_535, Integer.MAX_VALUE))));

            assertThat(tokens.read(tokens.write(token))).contains(token);
        }

        @Test
        void shouldBeBelievedOnlyAsItWasGivenOut() {
            String text = tokens.write(many(2));

            for (int i = 0; i < text.length() - 1; i++) {
                char changed = text.charAt(i) == 'A' ? 'B' : 'A';
                assertThat(tokens.read(text.substring(0, i) + changed + text.substring(i + 1)))
                        .as("changed at %s", i)
                        .isEmpty();
            }
            assertThat(tokens.read(text.substring(1))).isEmpty();
            assertThat(tokens.read("")).isEmpty();
            assertThat(tokens.read("!")).isEmpty();
        }

        @Test
        void shouldNotBelieveWhoDoesNotKnowTheSecret() {
            String foreign = new ConsistencyTokens(signings("another-secret-of-32-characters!!")).write(many(1));

            assertThat(tokens.read(foreign)).isEmpty();
        }

        @Test
        void shouldNotTakeACursorForAToken() {
            Signing signing = signings("0123456789abcdef0123456789abcdef").shared();

            assertThat(tokens.read(signing.seal(new byte[] {0}, "/v1/notes{}".getBytes())))
                    .isEmpty();
        }

        /** In the middle of an upgrade a newer service may know a topic that this one does not. */
        @Test
        void shouldLeaveOutATopicThatItDoesNotKnow() {
            Written known = room(Ids.next(), 1);
            byte[] content = Base64.getUrlDecoder().decode(tokens.write(ConsistencyToken.of(List.of(known, known))));
            byte[] ofTheFuture = twice(java.util.Arrays.copyOf(content, content.length - 16));
            ofTheFuture[1] = 99;
            Signing signing = signings("0123456789abcdef0123456789abcdef").shared();

            Optional<ConsistencyToken> read = tokens.read(signing.seal(ofTheFuture, new byte[] {'k', 'c', 1}));

            assertThat(read).contains(ConsistencyToken.of(List.of(known)));
        }

        /** The one state of the content twice. */
        private static byte[] twice(byte[] content) {
            byte[] both = java.util.Arrays.copyOf(content, 2 * content.length - 1);
            System.arraycopy(content, 1, both, content.length, content.length - 1);
            both[0] = 2;
            return both;
        }
    }
}
