package dev.clientele.examples.benchmarks.selling;

import java.util.SortedMap;

/** One way to answer. */
public interface SalesAnalytics {

    /** The answer, as this way gives it. */
    Object answer(SalesQuestion question);

    /** An answer in words that both ways share, to compare them. */
    SortedMap<String, String> describe(SalesQuestion question, Object answer);
}
