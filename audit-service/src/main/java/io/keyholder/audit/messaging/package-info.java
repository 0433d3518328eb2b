/** Every service's audit events, taken from {@code audit.v1} into the log, a batch at a time. */
@NullMarked
package io.keyholder.audit.messaging;

import org.jspecify.annotations.NullMarked;
