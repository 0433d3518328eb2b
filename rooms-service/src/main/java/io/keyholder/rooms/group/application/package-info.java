/** Creating, changing and deleting groups, and putting rooms into them; the ports they need. */
@NullMarked
package io.keyholder.rooms.group.application;

import org.jspecify.annotations.NullMarked;
