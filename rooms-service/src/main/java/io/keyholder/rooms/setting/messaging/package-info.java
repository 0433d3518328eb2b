/** Changed settings, in the audit log. */
@NullMarked
package io.keyholder.rooms.setting.messaging;

import org.jspecify.annotations.NullMarked;
