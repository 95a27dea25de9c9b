package dev.clientele.examples.cli.transactions;

import dev.clientele.core.csv.DayFormat;
import java.util.List;
import java.util.Optional;

/** The forms in which files of other programs write days, for a hint at what may be meant. */
final class DateForms {

    /** A day that could be read either way round is the day first, as nearly everywhere. */
    private static final List<String> CUSTOMARY = List.of(
            "yyyy-MM-dd",
            "d.M.yyyy",
            "d/M/yyyy",
            "M/d/yyyy",
            "d-M-yyyy",
            "yyyyMMdd",
            "yyyy/M/d",
            "d MMM yyyy",
            "MMM d, yyyy");

    private static final List<String> TIMES = List.of("", " H:mm", " H:mm:ss", " h:mm a");

    private DateForms() {}

    /** Returns a form that the text has; empty if it has none of these. */
    static Optional<String> find(String text) {
        return CUSTOMARY.stream()
                .flatMap(day -> TIMES.stream().map(day::concat))
                .filter(form -> DayFormat.of(form).find(text).isPresent())
                .findFirst();
    }
}
