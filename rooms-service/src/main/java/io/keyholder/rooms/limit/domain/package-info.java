/** What a tenant may keep at most. */
@NullMarked
package io.keyholder.rooms.limit.domain;

import org.jspecify.annotations.NullMarked;
