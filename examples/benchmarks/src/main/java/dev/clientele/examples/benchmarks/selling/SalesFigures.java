package dev.clientele.examples.benchmarks.selling;

import java.util.SortedMap;

/** One way to answer. */
public interface SalesFigures {

    /** The answer, as this way gives it. */
    Object ask(Question question);

    /** An answer in words that both ways share, to compare them. */
    SortedMap<String, String> words(Question question, Object answer);
}
