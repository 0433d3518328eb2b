/**
 * What an invitation is and which steps it may take. Time is handed in; nothing here knows how invitations are kept, sent
 * or asked for.
 */
@NullMarked
package io.keyholder.invitation.domain;

import org.jspecify.annotations.NullMarked;
