/** What a context is, and what can be held in it. Plain Java. */
@NullMarked
package io.keyholder.rbac.context.model;

import org.jspecify.annotations.NullMarked;
