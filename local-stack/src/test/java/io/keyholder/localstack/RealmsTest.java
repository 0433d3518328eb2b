package io.keyholder.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The realms of {@code deploy/keycloak} give tokens as the contract wants them, to the people the demo names. */
class RealmsTest {

    static Stream<String> realms() {
        return Stream.concat(DemoTenant.ALL.stream().map(DemoTenant::realm), Stream.of(DemoUser.OPERATORS));
    }

    @ParameterizedTest
    @MethodSource("realms")
    void shouldPutAudienceRolesAndGroupsIntoAccessTokensAlone(String name) throws IOException {
        for (JsonNode client : realm(name).path("clients")) {
            assertThat(mapper(client, "oidc-audience-mapper")
                            .path("included.custom.audience")
                            .asText())
                    .isEqualTo("keyholder");
            assertThat(mapper(client, "oidc-usermodel-realm-role-mapper")
                            .path("claim.name")
                            .asText())
                    .isEqualTo("roles");
            assertThat(mapper(client, "oidc-group-membership-mapper")
                            .path("claim.name")
                            .asText())
                    .isEqualTo("groups");
            assertThat(mapper(client, "oidc-group-membership-mapper")
                            .path("full.path")
                            .asText())
                    .isEqualTo("false");
            assertThat(client.path("protocolMappers"))
                    .allMatch(mapper -> mapper.path("config")
                            .path("id.token.claim")
                            .asText()
                            .equals("false"))
                    .allMatch(mapper -> mapper.path("config")
                            .path("access.token.claim")
                            .asText()
                            .equals("true"));
            // "basic" carries sub.
            assertThat(texts(client.path("defaultClientScopes"))).contains("basic", "profile", "email");
        }
    }

    @ParameterizedTest
    @MethodSource("realms")
    void shouldHaveAClientForTheCommandLineAndOneForTheReferencePage(String name) throws IOException {
        var realm = realm(name);
        var commandLine = client(realm, "keyholder-cli");
        var docs = client(realm, "keyholder-docs");

        assertThat(commandLine.path("directAccessGrantsEnabled").asBoolean()).isTrue();
        assertThat(commandLine.path("standardFlowEnabled").asBoolean()).isFalse();
        assertThat(docs.path("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(docs.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
        assertThat(texts(docs.path("redirectUris")))
                .allMatch(uri -> uri.startsWith("http://localhost") || uri.startsWith("http://127.0.0.1"));
        assertThat(texts(docs.path("webOrigins")))
                .containsExactly(
                        "http://localhost:${KEYHOLDER_GATEWAY_PORT}", "http://127.0.0.1:${KEYHOLDER_GATEWAY_PORT}");
    }

    @ParameterizedTest
    @MethodSource("realms")
    void shouldSignWithRs256ForAQuarterOfAnHourAndLockNobodyOut(String name) throws IOException {
        var realm = realm(name);

        assertThat(realm.path("realm").asText()).isEqualTo(name);
        assertThat(realm.path("defaultSignatureAlgorithm").asText()).isEqualTo("RS256");
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(900);
        assertThat(realm.path("bruteForceProtected").asBoolean(true)).isFalse();
        assertThat(realm.path("sslRequired").asText()).isEqualTo("none");
    }

    @Test
    void shouldKnowExactlyTheUsersOfTheDemo() throws IOException {
        var users = new ArrayList<String>();
        for (String name : realms().toList()) {
            for (JsonNode user : realm(name).path("users")) {
                users.add(line(
                        user.path("username").asText(),
                        name,
                        texts(user.path("groups")).stream()
                                .map(path -> path.substring(1))
                                .toList(),
                        texts(user.path("realmRoles"))));
            }
        }

        assertThat(users)
                .containsExactlyInAnyOrderElementsOf(DemoUser.ALL.stream()
                        .map(user -> line(user.name(), user.realm(), user.groups(), user.roles()))
                        .toList());
    }

    @Test
    void shouldGiveEveryUserAFixedIdAVerifiedAddressAndTheDemosPassword() throws IOException {
        var ids = new ArrayList<UUID>();
        for (String name : realms().toList()) {
            for (JsonNode user : realm(name).path("users")) {
                ids.add(UUID.fromString(user.path("id").asText()));
                assertThat(user.path("email").asText())
                        .isEqualTo(user.path("username").asText() + "@" + name + ".example");
                assertThat(user.path("emailVerified").asBoolean()).isTrue();
                // Without them Keycloak calls the account not set up, and gives no token.
                assertThat(user.path("firstName").asText()).isNotEmpty();
                assertThat(user.path("lastName").asText()).isNotEmpty();
                // The operator's is made at random, and taken from the environment.
                assertThat(user.path("credentials").path(0).path("value").asText())
                        .isEqualTo(name.equals(DemoUser.OPERATORS) ? "${KEYHOLDER_OPERATOR_PASSWORD}" : "demo");
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static JsonNode realm(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("..", "deploy", "keycloak", name + ".json").toFile());
    }

    private static JsonNode client(JsonNode realm, String id) {
        return StreamSupport.stream(realm.path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode mapper(JsonNode client, String kind) {
        return StreamSupport.stream(client.path("protocolMappers").spliterator(), false)
                .filter(mapper -> mapper.path("protocolMapper").asText().equals(kind))
                .findFirst()
                .orElseThrow()
                .path("config");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String line(String name, String realm, List<String> groups, List<String> roles) {
        return "%s of %s, groups %s, roles %s".formatted(name, realm, groups, roles);
    }
}
