/** What the gateway shows to people: the OpenAPI document, the reference in which it can be tried, and problems' pages. */
@NullMarked
package io.keyholder.gateway.pages;

import org.jspecify.annotations.NullMarked;
