package io.keyholder.web.shape;

import java.util.UUID;

/** What an id stands for. */
public record Reference(UUID id, String name) {}
