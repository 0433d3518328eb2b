package io.keyholder.rbac.role;

import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.record.Locked;

/** Fired before a role is deleted, in the transaction that deletes it: what names the role ends first. */
public record RoleDeleting(Locked<Role> role, Provenance by) {}
