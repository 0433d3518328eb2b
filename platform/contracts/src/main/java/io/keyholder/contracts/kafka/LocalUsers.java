package io.keyholder.contracts.kafka;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The users of a Kafka node that only this machine reaches: by SASL/PLAIN, whose passwords travel as they are. Everywhere else
 * that would need TLS.
 *
 * @param passwords of each user, {@link #ADMINISTRATOR} included
 */
public record LocalUsers(Map<String, String> passwords) {
    /** May everything: the node itself, and who gives the others their rights. */
    public static final String ADMINISTRATOR = "administrator";

    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    public LocalUsers {
        passwords = Map.copyOf(passwords);
    }

    /** What the node, broker and controller at once, is told in its {@code server.properties}. */
    public String serverProperties(int port, int controllerPort) {
        return """
                listeners=SERVICES://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=SERVICES://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=SERVICES
                listener.security.protocol.map=SERVICES:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
                sasl.enabled.mechanisms=PLAIN
                sasl.mechanism.inter.broker.protocol=PLAIN
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.services.plain.sasl.jaas.config=%3$s%4$s;
                listener.name.controller.plain.sasl.jaas.config=%3$s%5$s;
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                allow.everyone.if.no.acl.found=false
                super.users=User:%6$s
                """.formatted(port, controllerPort, login(ADMINISTRATOR), known(), known(ADMINISTRATOR), ADMINISTRATOR);
    }

    /** The properties by which a client is that user. */
    public Map<String, String> client(String user) {
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", login(user) + ";");
    }

    private String login(String user) {
        return LOGIN + "username=\"%s\" password=\"%s\"".formatted(user, passwords.get(user));
    }

    private String known() {
        return passwords.keySet().stream().sorted().map(this::known).collect(Collectors.joining());
    }

    private String known(String user) {
        return " user_%s=\"%s\"".formatted(user, passwords.get(user));
    }
}
