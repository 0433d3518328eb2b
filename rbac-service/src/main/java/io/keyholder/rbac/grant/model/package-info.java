/** Holdings, what is asked of them, and how it is ruled. Plain Java. */
@NullMarked
package io.keyholder.rbac.grant.model;

import org.jspecify.annotations.NullMarked;
