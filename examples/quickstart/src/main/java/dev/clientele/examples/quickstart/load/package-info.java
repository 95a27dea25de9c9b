/**
 * Loading that may be killed at any moment and goes on where it stopped.
 *
 * <p>{@link dev.clientele.examples.quickstart.load.LoadStep} is a record type of the program's own, declared through the same
 * door as the library's: it says how far a step of loading has come. {@link dev.clientele.examples.quickstart.load.LoadSteps}
 * stores it in the very transaction that stores a batch, so that both are there or neither is.
 */
@NullMarked
package dev.clientele.examples.quickstart.load;

import org.jspecify.annotations.NullMarked;
