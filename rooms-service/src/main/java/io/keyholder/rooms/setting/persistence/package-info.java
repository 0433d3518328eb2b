/** Settings in PostgreSQL. */
@NullMarked
package io.keyholder.rooms.setting.persistence;

import org.jspecify.annotations.NullMarked;
