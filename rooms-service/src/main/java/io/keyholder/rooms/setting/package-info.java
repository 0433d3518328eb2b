/** What a tenant sets for itself. */
@NullMarked
package io.keyholder.rooms.setting;

import org.jspecify.annotations.NullMarked;
