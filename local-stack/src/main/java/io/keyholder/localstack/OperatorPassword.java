package io.keyholder.localstack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The operator's password in a realm that was imported before passwords were made at random, or with another one. */
record OperatorPassword(KeycloakAdministration administration, String password) {
    private static final String OPERATOR = "oscar";

    /** Nothing to do where the realm has it: the import takes it from the environment. */
    void set() {
        var signIn = administration.signIn(DemoUser.OPERATORS, "keyholder-cli", OPERATOR, password);
        if (signIn.status() != 200) {
            replace();
        }
    }

    private void replace() {
        var user = administration
                .get("users?exact=true&username=" + OPERATOR)
                .path(0)
                .path("id")
                .asText();
        administration.put(
                "users/" + user + "/reset-password",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "password")
                        .put("temporary", false)
                        .put("value", password));
    }
}
