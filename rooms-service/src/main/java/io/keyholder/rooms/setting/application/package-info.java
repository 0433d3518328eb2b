/** Reads and changes what a tenant sets. */
@NullMarked
package io.keyholder.rooms.setting.application;

import org.jspecify.annotations.NullMarked;
