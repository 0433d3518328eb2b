/** Assignments and their members over HTTP. */
@NullMarked
package io.keyholder.rbac.assignment.api;

import org.jspecify.annotations.NullMarked;
