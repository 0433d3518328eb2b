/** The partner–customer link and its life: ACTIVE, SUSPENDED, TERMINATED. Plain Java. */
@NullMarked
package io.keyholder.tenantrelationship.relationship.domain;

import org.jspecify.annotations.NullMarked;
