package dev.clientele.b2b.insight.projection;

import com.google.common.collect.ImmutableMap;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import java.time.LocalDate;
import java.util.Map;

/**
 * The stage-weighted method: takes the probability that each stage is configured with. It learns nothing and ignores
 * time: it estimates how many deals are won at all.
 *
 * @param probabilities by stage id, 0 to 1; a deal in any other stage counts nothing
 */
public record StageWeighted(Map<String, Double> probabilities) implements ProjectionMethod {

    /** Checks the probabilities. */
    public StageWeighted {
        probabilities = ImmutableMap.copyOf(probabilities);
        probabilities.forEach((stage, probability) -> {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException(
                        "the probability of " + stage + " must be 0 to 1, got " + probability);
            }
        });
    }

    /** Returns the method with the default probabilities of a pipeline. */
    public static StageWeighted of(Pipeline pipeline) {
        return new StageWeighted(pipeline.stages().stream()
                .collect(ImmutableMap.toImmutableMap(
                        Stage::id, stage -> stage.probability().doubleValue())));
    }

    @Override
    public String name() {
        return "stage-weighted";
    }

    @Override
    public ProjectionModel learn(PipelineHistory known, LocalDate asOf, int days) {
        return standing -> probabilities.getOrDefault(standing.stage(), 0.0);
    }
}
