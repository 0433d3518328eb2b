/** What a change would let whom see and do, without making it. */
@NullMarked
package io.keyholder.rbac.preview;

import org.jspecify.annotations.NullMarked;
