/** Tables that people open in spreadsheets: what a text needs so that it stays a text there. */
@NullMarked
package io.keyholder.web.csv;

import org.jspecify.annotations.NullMarked;
