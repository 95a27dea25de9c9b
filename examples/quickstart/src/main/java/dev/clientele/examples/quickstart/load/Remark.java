package dev.clientele.examples.quickstart.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Something about loaded data that a reader should know, and how often it occurred.
 *
 * @param count how often, 0 or more
 * @param what in words that follow the number
 */
public record Remark(long count, String what) {

    /** Refuses a negative count. */
    public Remark {
        Objects.requireNonNull(what, "what");
        if (count < 0) {
            throw new IllegalArgumentException("count must be 0 or more, got " + count);
        }
    }

    /** Both lists as one, the counts of equal words added up. */
    static List<Remark> merge(List<Remark> one, List<Remark> other) {
        List<Remark> all = new ArrayList<>(one);
        for (Remark more : other) {
            int at = 0;
            while (at < all.size() && !all.get(at).what().equals(more.what())) {
                at++;
            }
            if (at == all.size()) {
                all.add(more);
            } else {
                all.set(at, new Remark(all.get(at).count() + more.count(), more.what()));
            }
        }
        return all;
    }
}
