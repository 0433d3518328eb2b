/**
 * Invitations over HTTP: who may see, send and answer them, what each side is shown, and each refusal as a problem. The
 * rules of invitations themselves are not here.
 */
@NullMarked
package io.keyholder.invitation.api;

import org.jspecify.annotations.NullMarked;
