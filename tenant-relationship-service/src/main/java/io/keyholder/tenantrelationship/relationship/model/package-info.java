/** What a relationship is, and what may become of it. */
@NullMarked
package io.keyholder.tenantrelationship.relationship.model;

import org.jspecify.annotations.NullMarked;
