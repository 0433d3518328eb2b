package io.keyholder.rooms.group;

import io.keyholder.outbox.Provenance;
import java.util.UUID;

/** A group is about to be deleted. Observed within the transaction of the change: whatever names the group stops doing so. */
public record GroupDeleting(UUID groupId, Provenance by) {}
