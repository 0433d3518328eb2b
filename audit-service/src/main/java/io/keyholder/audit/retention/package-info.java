/** The months of the log: made ahead, and dropped when they are past the retention. */
@NullMarked
package io.keyholder.audit.retention;

import org.jspecify.annotations.NullMarked;
