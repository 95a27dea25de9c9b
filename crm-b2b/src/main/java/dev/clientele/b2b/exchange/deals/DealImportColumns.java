package dev.clientele.b2b.exchange.deals;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.csv.CsvHeader;
import dev.clientele.core.csv.CsvRow;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of a file of deals that are read, by the names under which the plan asks for them. Immutable. */
final class DealImportColumns {

    private final Map<String, Integer> places;
    private final List<String> ignored;
    private final DealImportPlan plan;

    private DealImportColumns(Map<String, Integer> places, List<String> ignored, DealImportPlan plan) {
        this.places = Map.copyOf(places);
        this.ignored = List.copyOf(ignored);
        this.plan = plan;
    }

    /**
     * Of a file with this header.
     *
     * @throws InvalidException naming the columns that were asked for and aren't there, or are there twice
     */
    static DealImportColumns of(CsvHeader header, DealImportPlan plan) {
        Set<String> wanted = new LinkedHashSet<>(plan.headers.values());
        wanted.addAll(plan.sources.keySet());
        wanted.addAll(plan.replacements.keySet());
        List<Violation> violations = header.findMissing(wanted);
        if (!violations.isEmpty()) {
            throw new InvalidException(Opportunity.TYPE.name(), violations);
        }
        Map<String, Integer> places = new HashMap<>();
        wanted.forEach(name -> header.place(name).ifPresent(place -> places.put(name, place)));
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < header.names().size(); place++) {
            if (!places.containsValue(place) && !header.names().get(place).isEmpty()) {
                ignored.add(header.names().get(place));
            }
        }
        return new DealImportColumns(places, ignored, plan);
    }

    /** Returns the cells of a row by the names of the columns, those that aren't blank. */
    Map<String, String> cells(CsvRow row) {
        Map<String, String> cells = new HashMap<>();
        places.forEach((name, place) -> {
            String cell = row.cell(place).strip();
            if (!cell.isEmpty()) {
                cells.put(name, plan.replacements.getOrDefault(name, Map.of()).getOrDefault(cell, cell));
            }
        });
        return cells;
    }

    /** Returns the headers of columns that nothing is read from. */
    List<String> ignored() {
        return ignored;
    }
}
