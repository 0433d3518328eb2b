/** The log over HTTP: listed as JSON, exported as CSV or JSON lines. */
@NullMarked
package io.keyholder.audit.api;

import org.jspecify.annotations.NullMarked;
