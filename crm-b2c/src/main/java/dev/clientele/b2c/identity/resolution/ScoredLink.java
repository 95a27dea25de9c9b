package dev.clientele.b2c.identity.resolution;

import java.util.Comparator;

/** Two records and the score of their comparison; the surest come first, then by their refs. */
record ScoredLink(LinkableRecord first, LinkableRecord second, double score) implements Comparable<ScoredLink> {

    private static final Comparator<ScoredLink> ORDER = Comparator.comparingDouble((ScoredLink link) -> -link.score)
            .thenComparing(link -> link.first.ref())
            .thenComparing(link -> link.second.ref());

    static ScoredLink of(LinkableRecord one, LinkableRecord other, double score) {
        return one.ref().compareTo(other.ref()) < 0
                ? new ScoredLink(one, other, score)
                : new ScoredLink(other, one, score);
    }

    @Override
    public int compareTo(ScoredLink other) {
        return ORDER.compare(this, other);
    }
}
