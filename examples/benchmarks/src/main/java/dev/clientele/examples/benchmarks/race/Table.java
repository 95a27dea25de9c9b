package dev.clientele.examples.benchmarks.race;

import java.util.List;
import java.util.Locale;

/** Standings as a table in Markdown. */
public final class Table {

    private Table() {}

    /**
     * A line per task: what an operation took each contender, and how many times as long the first took as each other.
     *
     * @param contenders names, the one that is compared first
     */
    public static String of(List<Standing> standings, List<String> contenders) {
        List<String> others = contenders.subList(1, contenders.size());
        StringBuilder text = new StringBuilder("| µs per operation |");
        contenders.forEach(name -> text.append(' ').append(name).append(" |"));
        others.forEach(name -> text.append(" ratio to ").append(name).append(" (least–greatest) |"));
        text.append("\n| --- |").append(" ---: |".repeat(contenders.size() + others.size()));
        for (Standing standing : standings) {
            text.append("\n| ").append(standing.task()).append(" |");
            contenders.forEach(name ->
                    text.append(format(" %s |", micros(standing.micros(name).median()))));
            for (String other : others) {
                Spread ratio = standing.ratio(contenders.get(0), other);
                text.append(format(" **%.2f** (%.2f–%.2f) |", ratio.median(), ratio.least(), ratio.greatest()));
            }
        }
        return text.append('\n').toString();
    }

    private static String micros(double micros) {
        return micros < 100 ? format("%.1f", micros) : format("%,.0f", micros);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
