/** Inputs that have broken services somewhere, sent to every parameter and field that an OpenAPI document names. */
@NullMarked
package io.keyholder.testing.fuzz;

import org.jspecify.annotations.NullMarked;
