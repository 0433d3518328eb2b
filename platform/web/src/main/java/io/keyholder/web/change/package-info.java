/**
 * Every change goes through here: one transaction for the change, its events, its audit entry and its idempotency key; the
 * consistency token and ETag of its answer; and the record of its refusal.
 */
@NullMarked
package io.keyholder.web.change;

import org.jspecify.annotations.NullMarked;
