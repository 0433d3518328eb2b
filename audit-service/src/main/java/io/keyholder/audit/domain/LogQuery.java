package io.keyholder.audit.domain;

import java.util.UUID;

/** What is asked of a tenant's log. */
public record LogQuery(UUID tenantId, Period period, EntryFilter filter) {}
