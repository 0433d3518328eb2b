/** Roles and assignments over HTTP. Every change passes the rules of {@code grant} under its context's lock. */
@NullMarked
package io.keyholder.rbac.administration;

import org.jspecify.annotations.NullMarked;
