package io.keyholder.rbac.limit.application;

/**
 * A limit that would be passed.
 *
 * @param of what there is too much of
 * @param most how much there may be
 * @param key of the configuration that says so
 */
public record Limit(String of, int most, String key) {}
