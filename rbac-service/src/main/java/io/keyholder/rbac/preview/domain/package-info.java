/** What a change would let whom see and do, against today. Plain Java. */
@NullMarked
package io.keyholder.rbac.preview.domain;

import org.jspecify.annotations.NullMarked;
