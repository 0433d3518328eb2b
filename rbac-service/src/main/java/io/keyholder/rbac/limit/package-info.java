/** How many roles, assignments, members and ids there may be. */
@NullMarked
package io.keyholder.rbac.limit;

import org.jspecify.annotations.NullMarked;
