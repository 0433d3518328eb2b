/** Contexts begin and end with tenants and relationships, of which others tell. */
@NullMarked
package io.keyholder.rbac.lifecycle;

import org.jspecify.annotations.NullMarked;
