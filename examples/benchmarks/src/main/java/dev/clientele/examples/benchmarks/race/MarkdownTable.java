package dev.clientele.examples.benchmarks.race;

import java.util.List;
import java.util.Locale;

/** Standings as a table in Markdown. */
public final class MarkdownTable {

    private MarkdownTable() {}

    /**
     * A line per task: what an operation took each contender, and how the first compares with the others.
     *
     * @param subject the one that is compared
     * @param floor what it can hardly beat: how many times as long it takes
     * @param rivals what it has to beat: how many times as long they take
     */
    public static String of(List<TaskTimings> standings, String subject, String floor, List<String> rivals) {
        StringBuilder text = new StringBuilder("| µs per operation | ")
                .append(subject)
                .append(" | ")
                .append(floor)
                .append(" |");
        rivals.forEach(rival -> text.append(' ').append(rival).append(" |"));
        text.append(" ").append(subject).append(" ÷ ").append(floor).append(" |");
        rivals.forEach(rival ->
                text.append(" ").append(rival).append(" ÷ ").append(subject).append(" |"));
        text.append("\n| --- |").append(" ---: |".repeat(3 + 2 * rivals.size()));
        for (TaskTimings standing : standings) {
            if (standing.isEmpty()) {
                continue;
            }
            text.append("\n| ").append(standing.task()).append(" |");
            micros(text, standing, subject);
            micros(text, standing, floor);
            rivals.forEach(rival -> micros(text, standing, rival));
            ratio(text, standing.ratio(subject, floor));
            rivals.forEach(rival -> ratio(text, standing.ratio(rival, subject)));
        }
        return text.append('\n').toString();
    }

    private static void micros(StringBuilder text, TaskTimings standing, String contender) {
        double micros = standing.micros(contender).median();
        text.append(format(micros < 100 ? " %.1f |" : " %,.0f |", micros));
    }

    private static void ratio(StringBuilder text, RoundStatistics ratio) {
        text.append(format(" **%.2f** (%.2f–%.2f) |", ratio.median(), ratio.min(), ratio.max()));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
