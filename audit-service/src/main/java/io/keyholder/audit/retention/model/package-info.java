/** How far back the log remembers. */
@NullMarked
package io.keyholder.audit.retention.model;

import org.jspecify.annotations.NullMarked;
