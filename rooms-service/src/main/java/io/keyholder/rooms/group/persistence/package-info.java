/** Groups and memberships in PostgreSQL. */
@NullMarked
package io.keyholder.rooms.group.persistence;

import org.jspecify.annotations.NullMarked;
