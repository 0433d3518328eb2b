package io.keyholder.problems;

/** Refusals of invitations and their answers. */
public enum InvitationProblem implements ProblemType {
    PARTNER_NOT_AVAILABLE(
            409,
            "No partner available at that domain",
            "No organisation that can be invited has this domain. The reason is not disclosed.",
            "Check the spelling with the partner, and that it is registered here as a partner."),
    INVITATION_EXISTS(
            409,
            "An invitation is already pending",
            "There can be one pending invitation per customer and partner.",
            "Wait for the answer to that one, or cancel it and invite again."),
    INVITATION_NOT_PENDING(
            409,
            "The invitation is no longer pending",
            "It has been accepted, denied or cancelled, or it has expired.",
            "Read it to see its status. Only the customer can send a new one.");

    private final Words words;

    InvitationProblem(int status, String title, String meaning, String remedy) {
        this.words = new Words(status, title, meaning, remedy);
    }

    @Override
    public Words words() {
        return words;
    }
}
