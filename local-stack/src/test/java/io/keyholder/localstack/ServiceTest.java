package io.keyholder.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTest {

    @TempDir
    private Path base;

    @Test
    void shouldTellAServiceWhereItListensWhatItOwnsAndWhomItTrusts() {
        var environment = environment("rooms-service");

        assertThat(environment)
                .containsEntry("KEYHOLDER_HTTP_HOST", "127.0.0.1")
                .containsEntry("KEYHOLDER_HTTP_PORT", "8084")
                .containsEntry("KEYHOLDER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:15432/rooms")
                .containsEntry("KEYHOLDER_DATABASE_USERNAME", "rooms")
                .containsEntry("KEYHOLDER_DATABASE_OWNER_USERNAME", "rooms_owner")
                .containsEntry("KEYHOLDER_DATABASE_REQUIRE_RESTRICTED_USER", "true")
                .containsEntry("KEYHOLDER_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19092")
                .containsEntry("KEYHOLDER_KAFKA_CLIENT_SECURITY_PROTOCOL", "SASL_PLAINTEXT")
                .containsEntry("KEYHOLDER_KAFKA_REQUIRE_RESTRICTED_USER", "true")
                .hasEntrySatisfying(
                        "KEYHOLDER_KAFKA_CLIENT_SASL_JAAS_CONFIG",
                        login -> assertThat(login).contains("username=\"rooms-service\""))
                .containsEntry("KEYHOLDER_OPERATOR_ISSUER", "http://localhost:8180/realms/operators")
                .containsEntry("KEYHOLDER_IDENTITY_ALLOW_LOOPBACK_ISSUERS", "true")
                .containsKeys("KEYHOLDER_DATABASE_PASSWORD", "KEYHOLDER_CONSISTENCY_SECRET")
                .doesNotContainKey("KEYHOLDER_GATEWAY_SERVICES_ROOMS");
    }

    @Test
    void shouldGiveTheGatewayRoutesAndNoDatabase() {
        var environment = environment("gateway");

        assertThat(environment)
                .containsEntry("KEYHOLDER_GATEWAY_SERVICES_TENANT_RELATIONSHIP", "http://127.0.0.1:8081")
                .containsEntry("KEYHOLDER_GATEWAY_SERVICES_INVITATION", "http://127.0.0.1:8082")
                .containsEntry("KEYHOLDER_GATEWAY_SERVICES_RBAC", "http://127.0.0.1:8083")
                .containsEntry("KEYHOLDER_GATEWAY_SERVICES_ROOMS", "http://127.0.0.1:8084")
                .containsEntry("KEYHOLDER_GATEWAY_SERVICES_AUDIT", "http://127.0.0.1:8085")
                .containsEntry("KEYHOLDER_GATEWAY_CORS_ORIGINS", "http://localhost:*")
                .doesNotContainKey("KEYHOLDER_DATABASE_URL");
        assertThat(environment.get("KEYHOLDER_GATEWAY_DOCS_SIGN_IN").split(","))
                .contains(
                        "http://localhost:8180/realms/aurora",
                        "http://localhost:8180/realms/solstice",
                        "http://localhost:8180/realms/operators");
    }

    @Test
    void shouldKeepItsSecretsFromOneStartToTheNext() {
        assertThat(environment("audit-service")).isEqualTo(environment("audit-service"));
        assertThat(environment("audit-service").get("KEYHOLDER_DATABASE_PASSWORD"))
                .isNotEqualTo(environment("rbac-service").get("KEYHOLDER_DATABASE_PASSWORD"));
    }

    private Map<String, String> environment(String name) {
        var options = new Options(base, base, Ports.from(Map.of(), Map.of()), Set.of(), true, Progress.silent());
        var service =
                (Service) Components.of(options, new Directories(base, base)).named(name);
        return service.environment();
    }
}
