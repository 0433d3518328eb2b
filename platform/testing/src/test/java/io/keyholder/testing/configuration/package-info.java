/**
 * The generator of {@code docs/configuration.md}, and the test that the page is current. It reads source files alone, so it
 * needs no module built and may run before all of them; nothing here is for other modules' tests.
 */
@NullMarked
package io.keyholder.testing.configuration;

import org.jspecify.annotations.NullMarked;
