package io.keyholder.localstack;

import java.util.List;
import java.util.Optional;

/**
 * A person of the demo, as {@code deploy/keycloak} knows them.
 *
 * @param purpose the part they play
 */
public record DemoUser(String name, String realm, List<String> groups, List<String> roles, String purpose) {

    static final String OPERATORS = "operators";

    /** All of them but the operator sign in with it: the stack listens on loopback alone. */
    public static final String PASSWORD = "demo";

    public static final List<DemoUser> ALL = List.of(
            administrator("ada", "aurora", "customer; bootstraps her tenant"),
            colleague("amelie", "aurora", "becomes managed service administrator"),
            colleague("arne", "aurora", "a colleague without any role"),
            administrator("bruno", "borealis", "the second customer"),
            colleague("bea", "borealis", "a colleague without any role"),
            administrator("mia", "meridian", "partner; bootstraps her tenant"),
            member("tom", "tenant-managers", "becomes tenant manager: answers invitations, sees no room"),
            colleague("paul", "meridian", "becomes Primary admin by name"),
            member("priya", "primary-admins", "becomes Primary admin by her group"),
            member("hana", "help-desk", "gets a custom role by her group"),
            member("hugo", "help-desk", "the same, a second member"),
            administrator("sol", "solstice", "the other partner, who must not see any of it"),
            new DemoUser("oscar", OPERATORS, List.of(), List.of("platform-operator"), "registers tenants (operator)"));

    /** By name; {@code operator} stands for the one operator there is. */
    static Optional<DemoUser> find(String name) {
        var wanted = "operator".equals(name) ? "oscar" : name;
        return ALL.stream().filter(user -> user.name().equals(wanted)).findFirst();
    }

    private static DemoUser administrator(String name, String realm, String purpose) {
        return new DemoUser(name, realm, List.of(), List.of("global-admin"), purpose);
    }

    private static DemoUser colleague(String name, String realm, String purpose) {
        return new DemoUser(name, realm, List.of(), List.of(), purpose);
    }

    private static DemoUser member(String name, String group, String purpose) {
        return new DemoUser(name, "meridian", List.of(group), List.of(), purpose);
    }
}
