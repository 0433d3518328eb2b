package io.keyholder.localstack.demo;

/** Gives built-in roles of a tenant to its users. */
record Administrators(Client client, Stage stage) {

    /** Unless an earlier play did it: the user would hold the permission already. */
    void assign(String by, String roleKey, String user, String permission) {
        if (client.send(Call.get(user, "/v1/access/me")).text().contains(permission)) {
            stage.note(user + " has been " + roleKey + " since an earlier play");
            return;
        }
        Reply roles = client.show(200, Call.get(by, "/v1/roles?key=" + roleKey));
        client.show(201, Call.post(by, "/v1/roles/" + roles.items("id").getFirst() + "/assignments", """
                        {"name":"%s","members":[{"type":"USER","id":"%s","displayName":"%s"}],"scope":{"type":"ALL"}}""".formatted(
                        user, client.idOf(user), user)));
    }
}
