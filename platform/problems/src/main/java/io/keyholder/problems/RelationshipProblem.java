package io.keyholder.problems;

/** Refusals that follow from the state of a relationship. */
public enum RelationshipProblem implements ProblemType {
    RELATIONSHIP_EXISTS(
            409,
            "The relationship already exists",
            "This partner already manages rooms for you, or is about to.",
            "Change the delegation of the existing relationship, or end it before inviting again."),
    RELATIONSHIP_NOT_ACTIVE(
            409,
            "The relationship is in another state",
            "The relationship is suspended or terminated, or is already in the state that was requested.",
            "Read it to see its status; a suspended one can be resumed by the customer."),
    RELATIONSHIP_TERMINATED(
            409,
            "The relationship has ended",
            "A terminated relationship can be read, but nothing can be changed or created in it.",
            "Establish a new one with an invitation.");

    private final Words words;

    RelationshipProblem(int status, String title, String meaning, String remedy) {
        this.words = new Words(status, title, meaning, remedy);
    }

    @Override
    public Words words() {
        return words;
    }
}
