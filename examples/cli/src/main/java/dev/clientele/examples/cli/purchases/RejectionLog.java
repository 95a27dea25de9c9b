package dev.clientele.examples.cli.purchases;

import dev.clientele.examples.cli.transactions.Rejection;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells of each rejected row at once, up to a limit, and counts them all. */
public final class RejectionLog {

    private final PrintWriter out;
    private final long limit;
    private final Map<String, Long> byReason = new LinkedHashMap<>();
    private long count;

    RejectionLog(PrintWriter out, long limit) {
        this.out = out;
        this.limit = limit;
    }

    /** Tells of a row that was rejected. */
    public void report(Rejection rejection) {
        if (count < limit) {
            out.println(rejection);
        }
        count++;
        byReason.merge(rejection.reason(), 1L, Long::sum);
    }

    /** Says how many were not told of one by one. */
    public void reportOmitted() {
        if (count > limit) {
            out.println(limit == 0 ? count + " rows rejected" : "and " + (count - limit) + " more rows rejected");
        }
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
