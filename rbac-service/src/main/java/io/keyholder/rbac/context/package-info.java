/** Where roles hold: a tenant's own context, or a relationship's; and on which side of it the caller of a request stands. Its row's lock is that of all roles and assignments in it. */
@NullMarked
package io.keyholder.rbac.context;

import org.jspecify.annotations.NullMarked;
