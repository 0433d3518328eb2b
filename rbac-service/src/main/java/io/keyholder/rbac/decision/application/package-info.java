/** Explains decisions: who may do what, for which customer, in which room, and why. */
@NullMarked
package io.keyholder.rbac.decision.application;

import org.jspecify.annotations.NullMarked;
