/** Checks on this service's own tables that nobody hands on what they do not hold. */
@NullMarked
package io.keyholder.rbac.grant.application;

import org.jspecify.annotations.NullMarked;
