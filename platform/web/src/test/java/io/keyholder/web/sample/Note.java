package io.keyholder.web.sample;

import java.util.UUID;

record Note(UUID id, UUID tenantId, String name, Integer seats, long version) {}
