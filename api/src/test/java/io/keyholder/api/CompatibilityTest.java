package io.keyholder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DOCUMENT = """
            {"paths": {
              "/v1/rooms": {
                "get": {"operationId": "listRooms",
                  "parameters": [
                    {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 200}},
                    {"name": "status", "in": "query", "schema": {"type": "string", "enum": ["MANAGED", "UNENROLLED"]}}],
                  "responses": {
                    "200": {"headers": {"Link": {}}, "content": {
                      "application/json": {"schema": {"$ref": "#/components/schemas/Room"}},
                      "text/csv": {"schema": {"type": "string"}}}},
                    "404": {"$ref": "#/components/responses/Problem"}}},
                "post": {"operationId": "createRoom",
                  "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/RoomRequest"}}}},
                  "responses": {"201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Room"}}}}}}},
              "/v1/rooms/{id}": {"delete": {"operationId": "deleteRoom", "responses": {"204": {}}}}},
             "components": {
              "responses": {"Problem": {"content": {"application/problem+json": {"schema": {"type": "object"}}}}},
              "schemas": {
                "Room": {"type": "object", "required": ["id", "name"], "properties": {
                  "id": {"type": "string", "format": "uuid"}, "name": {"type": "string"}, "seats": {"type": "integer"},
                  "place": {"$ref": "#/components/schemas/Place"}}},
                "Place": {"type": "object", "properties": {
                  "city": {"type": "string"}, "within": {"$ref": "#/components/schemas/Place"}}},
                "RoomRequest": {"type": "object", "required": ["name"], "properties": {
                  "name": {"type": "string", "maxLength": 200, "minLength": 1},
                  "seats": {"type": ["integer", "null"], "minimum": 1},
                  "kind": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                  "tags": {"type": "array", "maxItems": 5, "items": {"type": "string"}}}}}}}
            """;

    private final JsonNode former = read(DOCUMENT);
    private final JsonNode present = read(DOCUMENT);

    @Test
    void shouldFindNothingWhereNothingHasChanged() {
        assertThat(Compatibility.breaks(former, present)).isEmpty();
    }

    @Nested
    class Breaking {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                /paths/~1v1~1rooms~1{id}                                  | DELETE /v1/rooms/{}: is gone
                /paths/~1v1~1rooms/get                                    | GET /v1/rooms: is gone
                /paths/~1v1~1rooms/get/parameters/1                       | GET /v1/rooms query status: is gone
                /paths/~1v1~1rooms/get/responses/404                      | GET /v1/rooms 404: is gone
                /paths/~1v1~1rooms/get/responses/200/content/text~1csv    | GET /v1/rooms 200 text/csv: is gone
                /paths/~1v1~1rooms/get/responses/200/headers/Link         | GET /v1/rooms 200 header Link: is gone
                /components/schemas/Room/properties/name                  | Room.name: is gone, when received
                /components/schemas/Place/properties/city                 | Place.city: is gone, when received
                /components/schemas/Room/required/1                       | Room.name: may be absent, when received
                /components/schemas/RoomRequest/properties/seats          | RoomRequest.seats: is gone, when sent
                /components/schemas/RoomRequest/properties/kind/anyOf/1   | RoomRequest.kind: has no such choice as before: {"type":"null"}, when sent
                /components/schemas/RoomRequest/properties/seats/type/1   | RoomRequest.seats: was [integer, null] and is [integer], when sent
                /paths/~1v1~1rooms/get/parameters/1/schema/enum/1         | GET /v1/rooms query status: takes no UNENROLLED, when sent
                """)
        void shouldFindWhatIsGone(String pointer, String found) {
            remove(pointer);

            assertThat(Compatibility.breaks(former, present)).containsExactly(found);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                /paths/~1v1~1rooms/get/operationId                          | "rooms"    | GET /v1/rooms: is no longer called listRooms
                /paths/~1v1~1rooms/get/parameters/0/required                | true       | GET /v1/rooms query limit: is required
                /paths/~1v1~1rooms/get/parameters/0/schema/maximum          | 100        | GET /v1/rooms query limit: has maximum 100, when sent
                /paths/~1v1~1rooms/get/parameters/0/schema/minimum          | 2          | GET /v1/rooms query limit: has minimum 2, when sent
                /paths/~1v1~1rooms/post/requestBody/required                | true       | POST /v1/rooms body: is required
                /paths/~1v1~1rooms/post/responses/202                       | {}         | POST /v1/rooms 202: is a success that no client expects
                /components/schemas/RoomRequest/required                    | ["name", "seats"] | RoomRequest.seats: is required, when sent
                /components/schemas/RoomRequest/properties/name/maxLength   | 100        | RoomRequest.name: has maxLength 100, when sent
                /components/schemas/RoomRequest/properties/name/pattern     | "^[a-z]*$" | RoomRequest.name: has to match ^[a-z]*$, when sent
                /components/schemas/RoomRequest/properties/tags/maxItems    | 3          | RoomRequest.tags: has maxItems 3, when sent
                /components/schemas/RoomRequest/properties/tags/uniqueItems | true       | RoomRequest.tags: takes nothing twice, when sent
                /components/schemas/RoomRequest/properties/tags/items/maxLength | 9      | RoomRequest.tags[]: has maxLength 9, when sent
                /components/schemas/RoomRequest/properties/name/enum        | ["a"]      | RoomRequest.name: takes only [a], when sent
                /components/schemas/RoomRequest/properties/name/format      | "uuid"     | RoomRequest.name: has the format uuid, when sent
                /components/schemas/Room/properties/seats/type              | ["integer", "null"] | Room.seats: was [integer] and is [integer, null], when received
                /components/schemas/Room/properties/id/format               | "date"     | Room.id: has the format date, when received
                """)
        void shouldFindWhatIsNarrower(String pointer, String value, String found) {
            put(pointer, value);

            assertThat(Compatibility.breaks(former, present)).containsExactly(found);
        }
    }

    @Nested
    class Harmless {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                /paths/~1v1~1rooms/put                                    | {"operationId": "x"}
                /paths/~1v1~1rooms/get/responses/503                      | {}
                /paths/~1v1~1rooms/get/responses/200/headers/ETag         | {}
                /paths/~1v1~1rooms/get/parameters/0/schema/maximum        | 500
                /paths/~1v1~1rooms/get/parameters/1/schema/enum           | ["MANAGED", "UNENROLLED", "PENDING"]
                /components/schemas/Room/properties/floor                 | {"type": "integer"}
                /components/schemas/Room/required                         | ["id", "name", "seats"]
                /components/schemas/Room/properties/name/maxLength        | 10
                /components/schemas/RoomRequest/properties/floor          | {"type": "integer"}
                /components/schemas/RoomRequest/required                  | []
                /components/schemas/RoomRequest/properties/tags/minItems  | 0
                /components/schemas/RoomRequest/properties/name/type      | ["string", "null"]
                /components/schemas/RoomRequest/properties/kind/anyOf     | [{"type": "null"}, {"type": "string"}, {"type": "integer"}]
                """)
        void shouldLetTheApiGrow(String pointer, String value) {
            put(pointer, value);

            assertThat(Compatibility.breaks(former, present)).isEmpty();
        }

        @Test
        void shouldLetAPathsParameterBeRenamed() {
            ObjectNode paths = (ObjectNode) present.path("paths");
            paths.set("/v1/rooms/{roomId}", paths.remove("/v1/rooms/{id}"));

            assertThat(Compatibility.breaks(former, present)).isEmpty();
        }
    }

    private void remove(String pointer) {
        JsonNode parent = present.at(parent(pointer));
        boolean removed = parent instanceof ArrayNode array
                ? array.remove(Integer.parseInt(name(pointer))) != null
                : ((ObjectNode) parent).remove(name(pointer)) != null;
        assertThat(removed).as(pointer).isTrue();
    }

    private void put(String pointer, String value) {
        ((ObjectNode) present.at(parent(pointer))).set(name(pointer), read(value));
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/");
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
