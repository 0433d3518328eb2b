/**
 * The way to the services: which one owns a path, which of its instances answers, what of a request goes there and what
 * of the answer comes back. Bodies are streamed both ways and never held.
 */
@NullMarked
package io.keyholder.gateway.proxy;

import org.jspecify.annotations.NullMarked;
