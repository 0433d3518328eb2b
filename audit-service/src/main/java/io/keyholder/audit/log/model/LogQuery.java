package io.keyholder.audit.log.model;

import java.util.UUID;

/** What is asked of a tenant's log. */
public record LogQuery(UUID tenantId, Period period, EntryFilter filter) {}
