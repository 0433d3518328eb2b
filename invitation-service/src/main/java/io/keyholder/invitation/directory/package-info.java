/**
 * What other services say of rooms and room groups: whose each is, and in which groups each room is. Filled by events, batch by batch;
 * nothing here knows what an invitation is.
 */
@NullMarked
package io.keyholder.invitation.directory;

import org.jspecify.annotations.NullMarked;
