/** Creating, changing and unenrolling rooms; the ports to where they are kept and to those who are told. */
@NullMarked
package io.keyholder.rooms.room.application;

import org.jspecify.annotations.NullMarked;
