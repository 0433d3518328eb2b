/** How a limit that is reached is answered. */
@NullMarked
package io.keyholder.rbac.limit.api;

import org.jspecify.annotations.NullMarked;
