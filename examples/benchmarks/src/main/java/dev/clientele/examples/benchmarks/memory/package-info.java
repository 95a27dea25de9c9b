/**
 * Questions over many records in processes of little memory. {@link
 * dev.clientele.examples.benchmarks.memory.MemoryCommand} asks them, each a {@link
 * dev.clientele.examples.benchmarks.memory.MemoryQuestion}.
 */
@NullMarked
package dev.clientele.examples.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
