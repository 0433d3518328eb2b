/** What a delegation is, and what may become of it. */
@NullMarked
package io.keyholder.rooms.delegation.model;

import org.jspecify.annotations.NullMarked;
