/**
 * Room groups and the rooms in them. A group changes under its row's lock, and so does its membership; that a delegation comes to
 * cover other rooms by it, {@code delegation} hears.
 */
@NullMarked
package io.keyholder.rooms.group;

import org.jspecify.annotations.NullMarked;
