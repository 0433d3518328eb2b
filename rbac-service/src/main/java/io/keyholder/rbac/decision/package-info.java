/** Checks: may somebody do something, and why. Nobody is told of what they cannot see. */
@NullMarked
package io.keyholder.rbac.decision;

import org.jspecify.annotations.NullMarked;
