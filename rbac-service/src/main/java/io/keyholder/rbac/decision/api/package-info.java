/** One's own access, and checks with their reasons, over HTTP. */
@NullMarked
package io.keyholder.rbac.decision.api;

import org.jspecify.annotations.NullMarked;
