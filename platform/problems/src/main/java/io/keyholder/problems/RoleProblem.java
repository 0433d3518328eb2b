package io.keyholder.problems;

/** Refusals of changes to roles and assignments. */
public enum RoleProblem implements ProblemType {
    LAST_PRIMARY_ADMIN(
            409,
            "The last Primary admin cannot be removed",
            "A relationship always keeps at least one Primary admin over all rooms, without an end date.",
            "Add another Primary admin first. To remove the partner, suspend or terminate the relationship."),
    LAST_ADMINISTRATOR(
            409,
            "The last managed service administrator cannot be removed",
            "No Global admin of the tenant has signed in for 90 days, so nobody could appoint another administrator.",
            "Add another managed service administrator first, or have a Global admin make the change."),
    ROLE_NAME_TAKEN(
            409,
            "The role's name is taken",
            "Role names are unique within their context.",
            "Choose another name, or change the existing role."),
    BUILT_IN_ROLE(
            409,
            "Built-in roles do not change",
            "A built-in role can be assigned, but neither changed nor deleted.",
            "Create a custom role with the permissions you need.");

    private final Words words;

    RoleProblem(int status, String title, String meaning, String remedy) {
        this.words = new Words(status, title, meaning, remedy);
    }

    @Override
    public Words words() {
        return words;
    }
}
