/** Files of rooms: what people have is read, all or nothing, and what is exported can be imported again. */
@NullMarked
package io.keyholder.rooms.transfer;

import org.jspecify.annotations.NullMarked;
