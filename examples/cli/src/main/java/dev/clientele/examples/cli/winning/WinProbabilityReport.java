package dev.clientele.examples.cli.winning;

import dev.clientele.b2b.insight.winning.WinModelAccuracy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command has found out; its JSON form is that of the output. */
record WinProbabilityReport(
        String method,
        int trained,
        long trainedWon,
        List<String> words,
        List<String> numbers,
        int tested,
        @Nullable Double auc,
        @Nullable Double brier,
        List<WinModelAccuracy.ReliabilityBand> reliability,
        List<DealProbability> rows) {

    /** One row of the test file, the header being row 1. */
    record DealProbability(
            long row, double probability, @Nullable String outcome) {}
}
