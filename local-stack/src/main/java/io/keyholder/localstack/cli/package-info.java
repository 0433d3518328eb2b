/** The {@code keyholder} command: arguments in, lines and an exit code out. Never holds how a part is run. */
@NullMarked
package io.keyholder.localstack.cli;

import org.jspecify.annotations.NullMarked;
