package io.keyholder.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
    private final Golden role = Golden.read("role.created.v1");

    @Nested
    class Ignoring {

        @Test
        void shouldReadPastFieldsThatItDoesNotKnow() throws UnreadableEvent {
            Event<?> event = changed(role, payload -> {
                        payload.put("colour", "red");
                        payload.putObject("extra").put("mine", 1);
                    })
                    .decoded();

            assertThat(event).isEqualTo(role.decoded());
        }

        @Test
        void shouldReadPastFieldsOfNestedObjectsAndHeaders() throws UnreadableEvent {
            Golden assignment = Golden.read("assignment.changed.v1");
            Map<String, String> headers = new HashMap<>(assignment.headers());
            headers.put("ce_colour", "red");

            Golden extended =
                    changed(assignment, payload -> payload.withObject("scope").put("colour", "red"));

            assertThat(new Golden(extended.topic(), extended.key(), headers, extended.payload()).decoded())
                    .isEqualTo(assignment.decoded());
        }

        @Test
        void shouldTakeATypeThatItDoesNotKnow() throws UnreadableEvent {
            Event<?> event =
                    withHeader(role, EventHeaders.TYPE, "role.renamed.v1").decoded();

            assertThat(event.data()).isEqualTo(role.decoded().data());
        }
    }

    @Nested
    class Refusing {

        @ParameterizedTest
        @ValueSource(strings = {"id", "tenantId", "name", "status"})
        void shouldRefuseAMissingFieldOrNone(String field) {
            assertUnreadable(changed(role, payload -> payload.remove(field)));
            assertUnreadable(changed(role, payload -> payload.putNull(field)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    EventHeaders.ID,
                    EventHeaders.TYPE,
                    EventHeaders.SOURCE,
                    EventHeaders.TIME,
                    EventHeaders.SEQUENCE
                })
        void shouldRefuseAMissingHeader(String header) {
            assertUnreadable(withHeader(role, header, null));
        }

        @Test
        void shouldRefuseHeadersThatSayNothing() {
            assertUnreadable(withHeader(role, EventHeaders.SEQUENCE, "1"));
            assertUnreadable(withHeader(role, EventHeaders.SEQUENCE, "-1.4"));
            assertUnreadable(withHeader(role, EventHeaders.SEQUENCE, "one.two"));
            assertUnreadable(withHeader(role, EventHeaders.TIME, "yesterday"));
            assertUnreadable(withHeader(role, EventHeaders.ID, "1"));
        }

        @Test
        void shouldRefuseAValueThatItDoesNotKnow() {
            assertUnreadable(changed(role, payload -> payload.put("status", "FROZEN")));
            assertUnreadable(changed(role, payload -> payload.put("status", 0)));
            assertUnreadable(changed(role, payload -> payload.put("status", "")));
            assertUnreadable(changed(Golden.read("audit.recorded.v1"), payload -> payload.put("category", "WEATHER")));
            assertUnreadable(changed(
                    Golden.read("delegation.changed.v1"),
                    payload -> payload.withObject("roomScope").put("type", "MOST")));
        }

        @Test
        void shouldRefuseAKeyThatIsNotTheIdOfThePayload() {
            assertUnreadable(new Golden(role.topic(), new UUID(1, 2).toString(), role.headers(), role.payload()));
            assertUnreadable(new Golden(role.topic(), null, role.headers(), role.payload()));
        }

        @ParameterizedTest
        @EnumSource(value = Topic.class, names = "AUDIT", mode = EnumSource.Mode.EXCLUDE)
        void shouldRefuseARestrictionThatItDoesNotKnowOnEveryStateTopic(Topic topic) throws UnreadableEvent {
            Golden state = Golden.read(
                    switch (topic) {
                        case TENANTS -> "tenant.registered.v1";
                        case RELATIONSHIPS -> "relationship.established.v1";
                        case INVITATIONS -> "invitation.accepted.v1";
                        case ROLES -> "role.created.v1";
                        case ASSIGNMENTS -> "assignment.created.v1";
                        case DELEGATIONS -> "delegation.changed.v1";
                        case ROOMS -> "room.changed.v1";
                        case ROOM_GROUPS -> "room-group.created.v1";
                        case AUDIT -> throw new IllegalArgumentException();
                    });

            assertUnreadable(
                    changed(state, payload -> payload.putArray("mustUnderstand").add("only-on-weekdays")));
            assertThat(changed(state, payload -> payload.putArray("mustUnderstand"))
                            .decoded())
                    .isEqualTo(state.decoded());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "[]", "{}", "no json", "{\"id\":", "\"text\""})
        void shouldRefuseWhatIsNoPayload(String text) {
            assertUnreadable(() -> EventCodec.decode(role.topic(), role.key(), role.headers(), text.getBytes(UTF_8)));
        }

        @Test
        void shouldRefuseWhatFollowsThePayload() {
            byte[] twice = (role.compactPayload() + role.compactPayload()).getBytes(UTF_8);

            assertUnreadable(() -> EventCodec.decode(role.topic(), role.key(), role.headers(), twice));
            assertUnreadable(() -> EventCodec.decode(role.topic(), role.key(), role.headers(), null));
        }

        @Test
        void shouldStillKnowWhomItConcerns() {
            Golden suspended = Golden.read("relationship.suspended.v1");

            EventContext context = EventCodec.contextOf(suspended.headers());

            assertThat(context).isEqualTo(EventContext.of(((RelationshipState)
                    ExpectedEvents.all().get("relationship.suspended.v1").data())));
            assertThat(EventCodec.contextOf(Map.of(EventHeaders.TENANT, "nonsense")))
                    .isEqualTo(new EventContext(null, null));
        }
    }

    @Nested
    class Keeping {

        /** Left out, an empty ceiling would be read as none: every permission instead of no permission. */
        @Test
        void shouldTellAnEmptyCeilingFromNone() throws UnreadableEvent {
            RelationshipState nothing = (RelationshipState)
                    Golden.read("relationship.resumed.v1").decoded().data();
            RelationshipState unlimited = (RelationshipState)
                    Golden.read("relationship.suspended.v1").decoded().data();

            assertThat(nothing.permissionCeiling()).isEmpty();
            assertThat(unlimited.permissionCeiling()).isNull();
        }

        @Test
        void shouldReadATenantWithoutIssuersAndDomains() throws UnreadableEvent {
            TenantState ended =
                    (TenantState) Golden.read("tenant.changed.v1").decoded().data();

            assertThat(ended.issuers()).isEqualTo(List.of());
            assertThat(ended.domains()).isEqualTo(List.of());
        }
    }

    private static Golden changed(Golden golden, Consumer<ObjectNode> change) {
        ObjectNode payload = golden.payload().deepCopy();
        change.accept(payload);
        return new Golden(golden.topic(), golden.key(), golden.headers(), payload);
    }

    private static Golden withHeader(Golden golden, String name, String value) {
        Map<String, String> headers = new HashMap<>(golden.headers());
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        JsonNode payload = golden.payload();
        return new Golden(golden.topic(), golden.key(), headers, payload);
    }

    private static void assertUnreadable(Golden golden) {
        assertUnreadable(golden::decoded);
    }

    private static void assertUnreadable(Reading reading) {
        assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(reading::read);
    }

    @FunctionalInterface
    private interface Reading {
        Event<?> read() throws UnreadableEvent;
    }
}
