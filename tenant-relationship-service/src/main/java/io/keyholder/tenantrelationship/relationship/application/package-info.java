/** Establishing, suspending, resuming and terminating relationships, and the ports that needs. */
@NullMarked
package io.keyholder.tenantrelationship.relationship.application;

import org.jspecify.annotations.NullMarked;
