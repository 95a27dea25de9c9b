package dev.clientele.examples.cli.purchases;

import dev.clientele.examples.cli.transactions.Rejection;
import dev.clientele.examples.cli.transactions.TransactionLayout;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells of each rejected row, up to a limit, and counts them all. A file of which no row can be read for one and the same reason, such as
 * a form of dates that was not told, is told of once: until a row is accepted, or rejected for another reason, rows are held back.
 */
public final class RejectionLog {

    private static final int MOST_HELD = 1000;

    private final PrintWriter out;
    private final long limit;
    private final Map<String, Long> byReason = new LinkedHashMap<>();
    private final List<Rejection> held = new ArrayList<>();
    private boolean holding = true;
    private long count;
    private long told;

    RejectionLog(PrintWriter out, long limit) {
        this.out = out;
        this.limit = limit;
    }

    /** Tells of a row that was rejected. */
    public void report(Rejection rejection) {
        count++;
        byReason.merge(rejection.reason(), 1L, Long::sum);
        if (holding && byReason.size() > 1) {
            release();
        }
        if (!holding) {
            tell(rejection);
        } else if (held.size() < MOST_HELD) {
            held.add(rejection);
        }
    }

    /** Takes notice of a row that was not rejected. */
    public void accepted() {
        if (holding) {
            release();
        }
    }

    private void release() {
        holding = false;
        held.forEach(this::tell);
        held.clear();
    }

    private void tell(Rejection rejection) {
        if (told < limit) {
            out.println(rejection);
            told++;
        }
    }

    /** Says how many were not told of one by one. */
    public void reportOmitted() {
        if (holding && !held.isEmpty()) {
            tell(held.get(0));
        }
        if (count > told) {
            out.println(told == 0 ? count + " rows rejected" : "and " + (count - told) + " more rows rejected");
        }
    }

    /** Says what to try if no row was accepted and all were rejected for the same reason; empty if nothing is known. */
    public String remedy(TransactionLayout layout) {
        return held.stream()
                .findFirst()
                .flatMap(layout::remedy)
                .map(": "::concat)
                .orElse("");
    }

    /** How many rows were rejected. */
    public long count() {
        return count;
    }

    /** Reasons in the order of their first row. */
    public Map<String, Long> byReason() {
        return Collections.unmodifiableMap(byReason);
    }
}
