package io.keyholder.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The keys by which Keycloak signs the operators' tokens: that of the highest priority signs, all of them are published. */
record SigningKeys(KeycloakAdministration administration) {
    private static final String PROVIDER = "org.keycloak.keys.KeyProvider";
    private static final String RSA = "rsa-generated";

    void add() {
        var nodes = JsonNodeFactory.instance;
        long priority = priority(present().getLast()) + 1;
        var component = nodes.objectNode()
                .put("name", "signing-" + priority)
                .put("providerId", RSA)
                .put("providerType", PROVIDER);
        component.putObject("config").set("priority", nodes.arrayNode().add(Long.toString(priority)));
        administration.post("components", component);
    }

    void removeFormer() {
        var keys = present();
        keys.subList(0, keys.size() - 1)
                .forEach(key ->
                        administration.delete("components/" + key.path("id").asText()));
    }

    /** That which signs comes last. */
    private List<JsonNode> present() {
        var keys = new ArrayList<JsonNode>();
        administration.get("components?type=" + PROVIDER).forEach(key -> {
            if (key.path("providerId").asText().equals(RSA)) {
                keys.add(key);
            }
        });
        keys.sort(Comparator.comparingLong(SigningKeys::priority));
        return keys;
    }

    private static long priority(JsonNode key) {
        return key.path("config").path("priority").path(0).asLong();
    }
}
