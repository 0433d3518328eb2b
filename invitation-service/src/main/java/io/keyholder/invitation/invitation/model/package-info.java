/** What an invitation is, and what may become of it. Time is handed in. */
@NullMarked
package io.keyholder.invitation.invitation.model;

import org.jspecify.annotations.NullMarked;
