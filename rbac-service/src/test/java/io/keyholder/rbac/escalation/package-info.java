/**
 * That nobody can give what they do not hold, nor take what they do not administer: random sequences of moves against a model
 * of who holds what, where and when.
 */
@NullMarked
package io.keyholder.rbac.escalation;

import org.jspecify.annotations.NullMarked;
