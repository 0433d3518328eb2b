/** What an operator may set. */
@NullMarked
package io.keyholder.gateway.config;

import org.jspecify.annotations.NullMarked;
