package dev.clientele.b2b.exchange.deals;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.csv.CsvRow;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of a file of deals and the field that each is read into. Immutable. */
final class DealImportColumns {

    private final List<String> headers;
    private final DealImport plan;
    private final Set<String> wanted = new HashSet<>();

    private DealImportColumns(List<String> headers, DealImport plan) {
        this.headers = List.copyOf(headers);
        this.plan = plan;
        wanted.addAll(plan.headers.values());
        wanted.addAll(plan.sources.keySet());
        wanted.addAll(plan.replacements.keySet());
    }

    /**
     * Of a file with these headers.
     *
     * @throws InvalidException naming the columns that were asked for and aren't there, or are there twice
     */
    static DealImportColumns of(List<String> headers, DealImport plan) {
        DealImportColumns columns = new DealImportColumns(headers, plan);
        List<Violation> violations = columns.wanted.stream()
                .sorted()
                .filter(header -> headers.indexOf(header) != headers.lastIndexOf(header) || !headers.contains(header))
                .map(header -> new Violation(
                        header,
                        headers.contains(header)
                                ? "the header names this column twice"
                                : "the file has no such column"))
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidException(Opportunity.TYPE.name(), violations);
        }
        return columns;
    }

    /** The cells of a row by header, those that aren't blank; empty if there are too few or too many. */
    Optional<Map<String, String>> cells(CsvRow row) {
        if (row.cells().size() != headers.size()) {
            return Optional.empty();
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            String cell = row.cells().get(i).strip();
            if (!cell.isEmpty()) {
                Map<String, String> meanings = plan.replacements.getOrDefault(header, Map.of());
                cells.put(header, meanings.getOrDefault(cell, cell));
            }
        }
        return Optional.of(cells);
    }

    /** The headers of columns that nothing is read from. */
    List<String> ignored() {
        return headers.stream().filter(header -> !wanted.contains(header)).toList();
    }
}
