/** Nobody gives what they do not hold, nor takes from what they do not administer: what a caller holds in a context, and the rulings on it. */
@NullMarked
package io.keyholder.rbac.grant;

import org.jspecify.annotations.NullMarked;
