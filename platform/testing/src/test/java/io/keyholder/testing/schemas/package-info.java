/** Writes what is published about events: their schemas and the AsyncAPI document, of the records and enums of the code. */
@NullMarked
package io.keyholder.testing.schemas;

import org.jspecify.annotations.NullMarked;
