package dev.clientele.examples.cli.purchases;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/**
 * What became of the rows of a file; its components are the keys of the JSON form.
 *
 * @param transactions rows that are transactions
 * @param refunds those of them with an amount below 0
 * @param rounded those of them whose amount had more decimals than the currency
 * @param notAboveZero those of them left out because their amount is not above 0
 * @param later those of them after the last day that counts
 * @param rejected rows that are no transactions
 * @param rejections the rejected by reason
 */
public record RowCounts(
        long transactions,
        long refunds,
        long rounded,
        long notAboveZero,
        long later,
        long rejected,
        Map<String, Long> rejections) {

    /** Tells them to a person, those that are not 0. */
    public void write(PrintWriter out) {
        out.println(String.format(Locale.ROOT, "%,d transactions, %,d rows rejected.", transactions, rejected));
        rejections.forEach((reason, count) -> note(out, count, "rejected: " + reason));
        note(out, refunds, "refunds among them");
        note(out, rounded, "amounts rounded");
        note(out, notAboveZero, "not above 0, left out");
        note(out, later, "after the last day, not used");
    }

    private static void note(PrintWriter out, long count, String what) {
        if (count > 0) {
            out.println(String.format(Locale.ROOT, "  %,9d %s", count, what));
        }
    }
}
