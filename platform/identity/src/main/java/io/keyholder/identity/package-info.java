/**
 * Who calls. Validates access tokens of many issuers and binds each to the tenant it speaks for. What the caller may do
 * is never decided here: that is {@code io.keyholder.access}.
 */
@NullMarked
package io.keyholder.identity;

import org.jspecify.annotations.NullMarked;
