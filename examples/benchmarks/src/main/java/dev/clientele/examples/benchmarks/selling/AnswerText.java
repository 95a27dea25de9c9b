package dev.clientele.examples.benchmarks.selling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How answers are worded. */
final class AnswerText {

    private AnswerText() {}

    static String key(@Nullable Object... parts) {
        return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("/"));
    }

    static String of(Object... figures) {
        return Arrays.stream(figures)
                .map(figure -> figure instanceof BigDecimal amount
                        ? amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString()
                        : figure.toString())
                .collect(Collectors.joining(" "));
    }

    static String mean(double days) {
        return String.format(Locale.ROOT, "%.6f", days);
    }
}
