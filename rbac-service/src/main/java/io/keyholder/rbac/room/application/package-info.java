/** The rooms, room groups and delegations of rooms-service, as far as decisions need them. */
@NullMarked
package io.keyholder.rbac.room.application;

import org.jspecify.annotations.NullMarked;
