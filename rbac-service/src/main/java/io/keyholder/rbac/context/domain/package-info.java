/** Where roles hold: a tenant's own context, or one relationship's. Plain Java. */
@NullMarked
package io.keyholder.rbac.context.domain;

import org.jspecify.annotations.NullMarked;
