/**
 * What callers may ask to see of a resource: {@code fields} leaves out what they do not need, and {@code expand} puts names
 * beside ids. Both work on every read, by what its view says of itself.
 */
@NullMarked
package io.keyholder.web.shape;

import org.jspecify.annotations.NullMarked;
