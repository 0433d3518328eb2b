/** Relationships over HTTP, as each side may see them. */
@NullMarked
package io.keyholder.tenantrelationship.relationship.api;

import org.jspecify.annotations.NullMarked;
