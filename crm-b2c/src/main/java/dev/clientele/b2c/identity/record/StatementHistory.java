package dev.clientele.b2c.identity.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Statements of one record, each once, the oldest first. */
final class StatementHistory {

    private StatementHistory() {}

    /** Returns the union; of what was said several times in a row the latest time counts, and the oldest go where there are too many. */
    static List<Statement> union(List<Statement> some, List<Statement> others) {
        List<Statement> sorted = Stream.concat(some.stream(), others.stream())
                .distinct()
                .sorted(Statement.ORDER)
                .toList();
        List<Statement> kept = new ArrayList<>();
        for (Statement each : sorted) {
            if (!kept.isEmpty() && kept.get(kept.size() - 1).saysSame(each)) {
                kept.remove(kept.size() - 1);
            }
            kept.add(each);
        }
        int most = SourceRecord.MAX_EARLIER + 1;
        return kept.size() > most ? kept.subList(kept.size() - most, kept.size()) : kept;
    }
}
