package dev.clientele.examples.benchmarks.scoring;

import dev.clientele.examples.benchmarks.scoring.FamilyChoice.Chosen;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Simulates customers of each family and counts how often a way of choosing finds the family they are of. */
@Command(
        name = "family-choice",
        description = "How often the true family of simulated customers is chosen: by AIC, by the log score of"
                + " a hold-out, by both and by the error in it; and how often a model was refused.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class FamilyChoiceCommand implements Callable<Integer> {
    @Mixin
    private SimulationOptions options = new SimulationOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "| true family | sets | refused | found by both | by AIC | by log score | by RMSE | error by both | by AIC |"
                        + " by log score | by RMSE |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (TrueFamily truth : TrueFamily.all()) {
            List<FamilyChoice> choices = LongStream.range(options.seed(), options.seed() + options.sets())
                    .parallel()
                    .mapToObj(set -> FamilyChoice.of(truth, options.customers(), options.weeks(), set))
                    .toList();
            out.println(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %d | %d | %.4f | %.4f | %.4f | %.4f |",
                    truth.name(),
                    options.sets(),
                    choices.stream().mapToLong(FamilyChoice::refused).sum(),
                    found(truth, choices, FamilyChoice::byBoth),
                    found(truth, choices, FamilyChoice::byAic),
                    found(truth, choices, FamilyChoice::byLogScore),
                    found(truth, choices, FamilyChoice::byError),
                    distance(choices, FamilyChoice::byBoth),
                    distance(choices, FamilyChoice::byAic),
                    distance(choices, FamilyChoice::byLogScore),
                    distance(choices, FamilyChoice::byError)));
            out.flush();
        }
        return 0;
    }

    private static long found(TrueFamily truth, List<FamilyChoice> choices, Function<FamilyChoice, Chosen> way) {
        return choices.stream()
                .filter(choice -> way.apply(choice).name().equals(truth.name()))
                .count();
    }

    private static double distance(List<FamilyChoice> choices, Function<FamilyChoice, Chosen> way) {
        return choices.stream()
                .mapToDouble(choice -> way.apply(choice).distance())
                .average()
                .orElse(Double.NaN);
    }
}
