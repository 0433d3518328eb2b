/** What starts and ends delegations, and who is told of them. */
@NullMarked
package io.keyholder.rooms.delegation.messaging;

import org.jspecify.annotations.NullMarked;
