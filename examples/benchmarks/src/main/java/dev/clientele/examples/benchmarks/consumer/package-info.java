/** A million consumers: loaded, found by e-mail, sold to and scored. */
@NullMarked
package dev.clientele.examples.benchmarks.consumer;

import org.jspecify.annotations.NullMarked;
