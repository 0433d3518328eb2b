/** A tenant's settings over HTTP. */
@NullMarked
package io.keyholder.rooms.setting.api;

import org.jspecify.annotations.NullMarked;
