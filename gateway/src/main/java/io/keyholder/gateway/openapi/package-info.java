/** One OpenAPI document for the whole API, merged from what the services publish of themselves. */
@NullMarked
package io.keyholder.gateway.openapi;

import org.jspecify.annotations.NullMarked;
