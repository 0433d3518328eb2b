/** Imports rooms, all or none. */
@NullMarked
package io.keyholder.rooms.transfer.application;

import org.jspecify.annotations.NullMarked;
