/** An explanation and its reasons, whose names are part of the contract. Plain Java. */
@NullMarked
package io.keyholder.rbac.decision.model;

import org.jspecify.annotations.NullMarked;
