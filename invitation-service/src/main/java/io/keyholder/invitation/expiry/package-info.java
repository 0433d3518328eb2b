/** The sweep that stores what every reader sees at once: that the time of an invitation has passed. */
@NullMarked
package io.keyholder.invitation.expiry;

import org.jspecify.annotations.NullMarked;
