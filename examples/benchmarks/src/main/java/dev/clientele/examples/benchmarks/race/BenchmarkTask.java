package dev.clientele.examples.benchmarks.race;

/**
 * A piece of work that every contender does.
 *
 * @param <C> contender
 */
@FunctionalInterface
public interface BenchmarkTask<C> {

    /** Does it; gives a figure that must be the same for all contenders. */
    long run(C contender);
}
