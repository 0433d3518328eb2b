/** The answer to a check, with its reasons. Plain Java. */
@NullMarked
package io.keyholder.rbac.decision.domain;

import org.jspecify.annotations.NullMarked;
