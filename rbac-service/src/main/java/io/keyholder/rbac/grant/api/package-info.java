/** How a refusal to hand on rights is answered, the same for roles and assignments. */
@NullMarked
package io.keyholder.rbac.grant.api;

import org.jspecify.annotations.NullMarked;
