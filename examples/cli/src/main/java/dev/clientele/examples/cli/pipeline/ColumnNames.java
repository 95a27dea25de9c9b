package dev.clientele.examples.cli.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the columns are called that the command reads.
 *
 * @param columns by the word that {@code --map} uses
 * @param given the words that were given, whose columns have to be there
 */
record ColumnNames(Map<String, String> columns, Set<String> given) {

    private static final Map<String, String> DEFAULTS = usual();

    private static Map<String, String> usual() {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("id", "opportunity_id");
        usual.put("stage", "deal_stage");
        usual.put("engaged", "engage_date");
        usual.put("closed", "close_date");
        usual.put("value", "close_value");
        usual.put("currency", "currency");
        usual.put("account", "account");
        usual.put("agent", "sales_agent");
        usual.put("product", "product");
        usual.put("sector", "sector");
        usual.put("parent", "subsidiary_of");
        usual.put("manager", "manager");
        usual.put("region", "regional_office");
        usual.put("price", "sales_price");
        return usual;
    }

    /**
     * The usual ones but for those that are called otherwise.
     *
     * @throws IllegalArgumentException if a word isn't one of those that are known
     */
    static ColumnNames of(Map<String, String> others) {
        Map<String, String> columns = new LinkedHashMap<>(DEFAULTS);
        others.forEach((word, column) -> {
            if (columns.put(word, column) == null) {
                throw new IllegalArgumentException(
                        "--map must name one of " + String.join(", ", DEFAULTS.keySet()) + ", was " + word);
            }
        });
        return new ColumnNames(columns, Set.copyOf(others.keySet()));
    }

    /** Returns whether a column is read: it was named, or is in the file under its usual name. */
    boolean has(String word, List<String> header) {
        return given.contains(word)
                || header.stream().anyMatch(name -> name.strip().equalsIgnoreCase(get(word)));
    }

    String get(String word) {
        String column = columns.get(word);
        if (column == null) {
            throw new IllegalArgumentException("no column is known as " + word);
        }
        return column;
    }
}
