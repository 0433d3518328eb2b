/** What the caller of a request may see and do in a context; roles and assignments ask the same. */
@NullMarked
package io.keyholder.rbac.context.api;

import org.jspecify.annotations.NullMarked;
