/** Groups to the other services and to the audit log. */
@NullMarked
package io.keyholder.rooms.group.messaging;

import org.jspecify.annotations.NullMarked;
