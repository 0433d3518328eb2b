/** Creating, changing and deleting assignments, and the ports that needs. */
@NullMarked
package io.keyholder.rbac.assignment.application;

import org.jspecify.annotations.NullMarked;
