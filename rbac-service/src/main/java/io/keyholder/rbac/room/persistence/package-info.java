/** Others' rooms in indexed tables. Package-private: nobody else knows them. */
@NullMarked
package io.keyholder.rbac.room.persistence;

import org.jspecify.annotations.NullMarked;
