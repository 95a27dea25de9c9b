package dev.clientele.core.csv;

import dev.clientele.core.entity.Event;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Rows that each tell of an event, known by its key. */
public final class EventRows {

    private EventRows() {}

    /**
     * Records the events of rows, each key once, and counts what came of the rows.
     *
     * @param read given a row, returns its event; a {@link CsvCellException} keeps the row out
     * @param record records events and returns the keys of those that were recorded before
     */
    public static <T extends Event<T>> CsvImportCounter record(
            List<CsvRow> rows, Function<CsvRow, T> read, Function<Collection<T>, Set<String>> record) {
        CsvImportCounter outcome = new CsvImportCounter();
        Map<String, T> events = new LinkedHashMap<>();
        for (CsvRow row : rows) {
            try {
                T event = read.apply(row);
                if (events.putIfAbsent(event.key(), event) != null) {
                    outcome.countUnchanged();
                }
            } catch (CsvCellException refused) {
                outcome.addRejected(List.of(refused.error(row)));
            }
        }
        Set<String> known = record.apply(events.values());
        events.keySet().forEach(key -> {
            if (known.contains(key)) {
                outcome.countUnchanged();
            } else {
                outcome.countAdded();
            }
        });
        return outcome;
    }
}
