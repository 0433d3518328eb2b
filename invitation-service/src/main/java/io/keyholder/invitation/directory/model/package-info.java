/** What can be said of a customer's rooms. */
@NullMarked
package io.keyholder.invitation.directory.model;

import org.jspecify.annotations.NullMarked;
