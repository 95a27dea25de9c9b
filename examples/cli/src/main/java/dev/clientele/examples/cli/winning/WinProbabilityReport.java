package dev.clientele.examples.cli.winning;

import dev.clientele.b2b.probability.Accuracy;
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
        List<Accuracy.Band> reliability,
        List<Row> rows) {

    /** One row of the test file, the header being row 1. */
    record Row(long row, double probability, @Nullable String outcome) {}
}
