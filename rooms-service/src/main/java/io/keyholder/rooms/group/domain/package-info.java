/** Room groups: named collections of a tenant's rooms. */
@NullMarked
package io.keyholder.rooms.group.domain;

import org.jspecify.annotations.NullMarked;
