/** What is asked of a log. */
@NullMarked
package io.keyholder.audit.log.model;

import org.jspecify.annotations.NullMarked;
