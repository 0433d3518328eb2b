/** The API's document: made anew from what the services say, and held against the last release. */
@NullMarked
package io.keyholder.api;

import org.jspecify.annotations.NullMarked;
