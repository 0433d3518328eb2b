/** How much a tenant may keep: configured, and counted so that it holds for all requests at once. */
@NullMarked
package io.keyholder.rooms.limit;

import org.jspecify.annotations.NullMarked;
