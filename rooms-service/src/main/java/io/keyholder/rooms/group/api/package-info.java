/** Room groups over HTTP, with the members that the caller sees. */
@NullMarked
package io.keyholder.rooms.group.api;

import org.jspecify.annotations.NullMarked;
