package io.keyholder.rooms.group.model;

import java.util.Optional;

/**
 * What people say of a group and may change.
 *
 * @param name unique within the tenant, without regard to case
 */
public record GroupDetails(String name, Optional<String> description) {}
