package dev.clientele.examples.benchmarks.selling;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows of the rival's statements in the words of both. */
final class SqlAnswerText {

    private static final List<String> STAGES =
            List.of("qualify", "discover", "demonstrate", "propose", "negotiate", "contract", "won");

    private SqlAnswerText() {}

    static SortedMap<String, String> of(SalesQuestion question, List<Object[]> rows) {
        return switch (question) {
            case ACCOUNTS, MANAGERS -> rolledUp(rows);
            case QUARTER, QUARTER_DAILY -> forecast(rows, true);
            case YEAR -> forecast(rows, false);
            case FUNNEL -> funnel(rows);
            case MONTHS -> months(rows);
            case OWNERS -> owners(rows);
        };
    }

    private static SortedMap<String, String> rolledUp(List<Object[]> rows) {
        SortedMap<String, String> words = new TreeMap<>();
        Map<Object, long[]> deals = new HashMap<>();
        for (Object[] row : rows) {
            long[] counts = deals.computeIfAbsent(row[0], unused -> new long[2]);
            counts[0] += SqlAnalytics.decimal(row[2]).longValueExact();
            counts[1] += SqlAnalytics.decimal(row[4]).longValueExact();
            words.put(
                    AnswerText.key(row[0], row[1]),
                    AnswerText.of(SqlAnalytics.decimal(row[3]), SqlAnalytics.decimal(row[5])));
        }
        deals.forEach((node, counts) -> words.put(AnswerText.key(node), AnswerText.of(counts[0], counts[1])));
        return words;
    }

    private static SortedMap<String, String> forecast(List<Object[]> rows, boolean byOwner) {
        SortedMap<String, String> words = new TreeMap<>();
        for (Object[] row : rows) {
            Object start = byOwner ? MarketData.TODAY : row[0];
            words.put(
                    AnswerText.key(start, byOwner ? row[0] : null, row[1]),
                    AnswerText.of(row[2], SqlAnalytics.decimal(row[3]), SqlAnalytics.decimal(row[4])));
        }
        return words;
    }

    private static SortedMap<String, String> funnel(List<Object[]> rows) {
        int size = STAGES.size();
        long[][] figures = new long[size][3];
        for (Object[] row : rows) {
            long deals = (Long) row[4];
            boolean won = row[0].equals("WON");
            int furthest = won ? size - 1 : STAGES.indexOf(row[2]);
            for (int i = 0; i <= furthest; i++) {
                figures[i][0] += deals;
            }
            if (row[0].equals("LOST")) {
                figures[Math.max(0, STAGES.indexOf(row[3]))][2] += deals;
            } else {
                figures[STAGES.indexOf(row[1])][1] += deals;
            }
        }
        SortedMap<String, String> words = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            words.put(STAGES.get(i), AnswerText.of(figures[i][0], figures[i][1], figures[i][2]));
        }
        return words;
    }

    private static SortedMap<String, String> months(List<Object[]> rows) {
        Map<Object, Object[]> won = new HashMap<>();
        Map<Object, Object[]> lost = new HashMap<>();
        for (Object[] row : rows) {
            (row[1].equals("WON") ? won : lost).put(row[0], row);
        }
        SortedMap<String, String> words = new TreeMap<>();
        Object[] nothing = {"", "", 0L, BigDecimal.ZERO, BigDecimal.ZERO};
        for (Object month : union(won, lost)) {
            Object[] wins = won.getOrDefault(month, nothing);
            Object[] losses = lost.getOrDefault(month, nothing);
            words.put(
                    YearMonth.parse(month.toString().substring(0, 7)).toString(),
                    AnswerText.of(
                            wins[2],
                            losses[2],
                            SqlAnalytics.decimal(wins[3]),
                            SqlAnalytics.decimal(losses[3]),
                            AnswerText.mean(SqlAnalytics.decimal(wins[4]).doubleValue()),
                            AnswerText.mean(SqlAnalytics.decimal(losses[4]).doubleValue())));
        }
        return words;
    }

    private static List<Object> union(Map<Object, Object[]> one, Map<Object, Object[]> other) {
        Map<Object, Object> all = new HashMap<>(one);
        all.putAll(other);
        return List.copyOf(all.keySet());
    }

    private static SortedMap<String, String> owners(List<Object[]> rows) {
        SortedMap<String, String> words = new TreeMap<>();
        rows.forEach(row -> words.put(AnswerText.key(row[0]), AnswerText.of(row[1], row[2], row[3])));
        return words;
    }
}
