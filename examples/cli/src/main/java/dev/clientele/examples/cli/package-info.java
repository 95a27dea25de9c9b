/** Clientele on your own files, from the command line. */
@NullMarked
package dev.clientele.examples.cli;

import org.jspecify.annotations.NullMarked;
