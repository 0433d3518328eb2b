package io.keyholder.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @Test
    void shouldTakeTheEnvironmentBeforeWhatIsRememberedAndThatBeforeTheDefault() {
        var ports =
                Ports.from(Map.of("KEYHOLDER_GATEWAY_PORT", "9000"), Map.of("gateway", "9001", "rbac-service", "9002"));

        assertThat(ports.of("gateway")).isEqualTo(9000);
        assertThat(ports.of("rbac-service")).isEqualTo(9002);
        assertThat(ports.of("keycloak")).isEqualTo(8180);
    }

    @Test
    void shouldMoveAllButThoseThatAreSaidThemselves() {
        var ports = Ports.from(
                Map.of("KEYHOLDER_PORT_OFFSET", "1000", "KEYHOLDER_GATEWAY_PORT", "8888"), Map.of("keycloak", "8200"));

        assertThat(ports.of("keycloak")).isEqualTo(9180);
        assertThat(ports.of("postgresql")).isEqualTo(16432);
        assertThat(ports.of("gateway")).isEqualTo(8888);
    }

    @Test
    void shouldTakeNoOffsetThatLeadsNowhere() {
        assertThatThrownBy(() -> Ports.from(Map.of("KEYHOLDER_PORT_OFFSET", "60000"), Map.of()))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("KEYHOLDER_PORT_OFFSET=60000 is no offset of ports (0 to ");
    }

    @Test
    void shouldRememberThemWithTheData(@TempDir Path base) {
        Ports.from(Map.of("KEYHOLDER_KEYCLOAK_PORT", "9180"), Map.of()).remember(base);

        assertThat(Ports.of(base, Map.of()).of("keycloak")).isEqualTo(9180);
    }

    @Test
    void shouldNameTheVariableThatIsNoPort() {
        assertThatThrownBy(() -> Ports.from(Map.of("KEYHOLDER_AUDIT_SERVICE_PORT", "99999"), Map.of()))
                .isInstanceOf(StackException.class)
                .hasMessage("KEYHOLDER_AUDIT_SERVICE_PORT=99999 is not a port (1 to 65535).");
    }

    @Test
    void shouldGiveEachPartAFreePortOfItsOwn() {
        var ports = Ports.free().byName();

        assertThat(ports.values()).doesNotHaveDuplicates().allMatch(Ports::isFree);
        assertThat(ports).hasSize(11);
    }

    @Test
    void shouldSeeThatAPortIsTaken() throws IOException {
        try (var socket = new ServerSocket(0, 1, Ports.loopback())) {
            assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
        }
    }
}
