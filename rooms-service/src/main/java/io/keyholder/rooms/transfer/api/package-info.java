/** Files of rooms: what people have is read, and what is given out can be read again. */
@NullMarked
package io.keyholder.rooms.transfer.api;

import org.jspecify.annotations.NullMarked;
