package io.keyholder.invitation.invitation.model;

import java.util.UUID;

/**
 * What an acceptance establishes. Its ids are minted here, so that no service further on can refuse, and whoever accepts
 * can await each of them.
 *
 * @param assignmentId the assignment of the Primary admin role to the first Primary admins
 */
public record Acceptance(
        UUID relationshipId, UUID primaryAdminRoleId, UUID assignmentId, PrimaryAdmins primaryAdmins) {}
