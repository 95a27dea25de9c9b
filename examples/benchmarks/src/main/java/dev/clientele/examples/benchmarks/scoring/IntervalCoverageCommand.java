package dev.clientele.examples.benchmarks.scoring;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Simulates customers of each family and counts how often 95 % intervals hold what they should. */
@Command(
        name = "interval-coverage",
        description =
                "How often 95 %% intervals hold the true parameters and expectations, and what customers do, one and"
                        + " all together.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class IntervalCoverageCommand implements Callable<Integer> {
    @Mixin
    private SimulationOptions options = new SimulationOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "| true family | sets | parameters | expectation of one | all purchases | all spend | purchases of one |"
                        + " spend of one | spend of one in the expectation's |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (TrueFamily truth : TrueFamily.all()) {
            List<IntervalCoverage> seen = LongStream.range(options.seed(), options.seed() + options.sets())
                    .parallel()
                    .mapToObj(set -> IntervalCoverage.of(truth, options.customers(), options.weeks(), set))
                    .toList();
            out.println(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% |",
                    truth.name(),
                    options.sets(),
                    percent(seen, IntervalCoverage::parameters),
                    percent(seen, IntervalCoverage::expectations),
                    percent(seen, IntervalCoverage::totals),
                    percent(seen, IntervalCoverage::totalSpend),
                    percent(seen, IntervalCoverage::customers),
                    percent(seen, IntervalCoverage::customerSpend),
                    percent(seen, IntervalCoverage::spendByExpectation)));
            out.flush();
        }
        return 0;
    }

    private static double percent(List<IntervalCoverage> seen, ToDoubleFunction<IntervalCoverage> share) {
        return 100
                * seen.stream()
                        .mapToDouble(share)
                        .filter(one -> !Double.isNaN(one))
                        .average()
                        .orElse(Double.NaN);
    }
}
