package dev.clientele.examples.benchmarks.scoring;

import picocli.CommandLine.Option;

/** The options of commands that simulate sets of customers. */
final class SimulationOptions {

    @Option(names = "--sets", description = "how many sets of customers each family has")
    private int sets = 60;

    @Option(names = "--customers", description = "how many customers a set has")
    private int customers = 1000;

    @Option(names = "--weeks", description = "how many weeks the models see; as many are foretold")
    private int weeks = 52;

    @Option(names = "--seed", description = "of the first set; each other set has the next")
    private long seed = 1;

    int sets() {
        return sets;
    }

    int customers() {
        return customers;
    }

    int weeks() {
        return weeks;
    }

    long seed() {
        return seed;
    }
}
