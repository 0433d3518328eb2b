/** What a room group is, and what may become of it. */
@NullMarked
package io.keyholder.rooms.group.model;

import org.jspecify.annotations.NullMarked;
