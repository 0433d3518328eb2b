/**
 * A change as a value: a model answers a command with an {@link io.keyholder.record.Outcome}, and one
 * {@link io.keyholder.record.Recorder} stores what changed, publishes it and logs it, as the {@link io.keyholder.record.Records} of
 * that kind of aggregate say. Nothing here knows HTTP.
 */
@NullMarked
package io.keyholder.record;

import org.jspecify.annotations.NullMarked;
