/** Words of SQL that the persistence of several features says the same way. */
@NullMarked
package io.keyholder.rooms.sql;

import org.jspecify.annotations.NullMarked;
