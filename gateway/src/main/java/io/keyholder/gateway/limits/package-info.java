/** How many requests a user and a tenant may send. Counted in this process alone: each gateway grants its own quota. */
@NullMarked
package io.keyholder.gateway.limits;

import org.jspecify.annotations.NullMarked;
