/** What a tenant sets for itself. */
@NullMarked
package io.keyholder.rooms.setting.model;

import org.jspecify.annotations.NullMarked;
