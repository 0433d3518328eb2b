/** Takes rooms, room groups and delegations into this service's tables. */
@NullMarked
package io.keyholder.rbac.room.messaging;

import org.jspecify.annotations.NullMarked;
