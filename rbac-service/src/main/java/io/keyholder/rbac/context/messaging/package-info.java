/** Tenants, acceptances and relationships of other services become contexts here. */
@NullMarked
package io.keyholder.rbac.context.messaging;

import org.jspecify.annotations.NullMarked;
