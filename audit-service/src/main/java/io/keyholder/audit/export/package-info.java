/** A log as a file, read in pages while it is sent. Each export is itself in the log. */
@NullMarked
package io.keyholder.audit.export;

import org.jspecify.annotations.NullMarked;
