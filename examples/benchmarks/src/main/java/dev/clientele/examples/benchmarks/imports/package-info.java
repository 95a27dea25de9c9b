/** Files of contacts and deals, tried and imported beside the plain API. */
@NullMarked
package dev.clientele.examples.benchmarks.imports;

import org.jspecify.annotations.NullMarked;
