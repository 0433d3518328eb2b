/** Under which names the rooms, groups and delegations stand in the audit log. */
@NullMarked
package io.keyholder.rooms.audit;

import org.jspecify.annotations.NullMarked;
