package io.keyholder.localstack;

/** Access tokens of the stack's own Keycloak. */
record Tokens(Keycloak keycloak) {

    String of(String userName) {
        return new PasswordGrant(keycloak.url()).tokenOf(userName);
    }
}
