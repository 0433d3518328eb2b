package io.keyholder.problems;

/** Refusals of changes to tenants. */
public enum TenantProblem implements ProblemType {
    DOMAIN_TAKEN(
            409,
            "The domain belongs to another tenant",
            "A verified domain belongs to exactly one tenant.",
            "Remove it from the other tenant first, or leave it out."),
    ISSUER_TAKEN(
            409,
            "The issuer belongs to another tenant",
            "An issuer belongs to one tenant, unless every tenant that uses it registers it as shared. The operators'"
                    + " own issuer belongs to none.",
            "Register the issuer as `shared` with every tenant that uses it, or use one of its own."),
    CHANGE_NOT_PENDING(
            409,
            "The change is no longer pending",
            "It has been approved, rejected or withdrawn, it has expired, or what it would replace has changed.",
            "Read it to see its status. Only the operator can request a new one.");

    private final Words words;

    TenantProblem(int status, String title, String meaning, String remedy) {
        this.words = new Words(status, title, meaning, remedy);
    }

    @Override
    public Words words() {
        return words;
    }
}
