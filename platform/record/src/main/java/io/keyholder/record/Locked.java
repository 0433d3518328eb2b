package io.keyholder.record;

/**
 * An aggregate as it is now, which nobody else changes until the transaction ends. Stores make it, by locking; a command that needs
 * the lock takes nothing else.
 */
public record Locked<A>(A now) {}
