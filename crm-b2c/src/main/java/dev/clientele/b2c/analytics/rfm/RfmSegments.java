package dev.clientele.b2c.analytics.rfm;

import dev.clientele.persistence.criteria.Criteria;
import java.util.List;

/** The segments that marketers customarily make of recency and frequency, for scores from 1 to 5. */
public final class RfmSegments {

    private static final int MAX_SCORE = 5;

    private RfmSegments() {}

    /**
     * Returns ten segments that cover every pair of recency and frequency scores from 1 to 5, each pair once.
     *
     * <table>
     *   <caption>Segments by recency (R) and frequency (F)</caption>
     *   <tr><th></th><th>F 1</th><th>F 2</th><th>F 3</th><th>F 4</th><th>F 5</th></tr>
     *   <tr><th>R 5</th><td>New customers</td><td colspan="2">Potential loyalists</td><td colspan="2">Champions</td></tr>
     *   <tr><th>R 4</th><td>Promising</td><td colspan="2">Potential loyalists</td><td colspan="2">Loyal</td></tr>
     *   <tr><th>R 3</th><td colspan="2">About to sleep</td><td>Need attention</td><td colspan="2">Loyal</td></tr>
     *   <tr><th>R 1-2</th><td colspan="2">Hibernating</td><td colspan="2">At risk</td><td>Can't lose</td></tr>
     * </table>
     */
    public static List<RfmSegment> standard() {
        return List.of(
                new RfmSegment("Champions", cell(MAX_SCORE, MAX_SCORE, 4, MAX_SCORE)),
                new RfmSegment("Loyal", cell(3, 4, 4, MAX_SCORE)),
                new RfmSegment("Potential loyalists", cell(4, MAX_SCORE, 2, 3)),
                new RfmSegment("New customers", cell(MAX_SCORE, MAX_SCORE, 1, 1)),
                new RfmSegment("Promising", cell(4, 4, 1, 1)),
                new RfmSegment("Need attention", cell(3, 3, 3, 3)),
                new RfmSegment("About to sleep", cell(3, 3, 1, 2)),
                new RfmSegment("Can't lose", cell(1, 2, MAX_SCORE, MAX_SCORE)),
                new RfmSegment("At risk", cell(1, 2, 3, 4)),
                new RfmSegment("Hibernating", cell(1, 2, 1, 2)));
    }

    private static Criteria cell(int leastRecency, int mostRecency, int leastFrequency, int mostFrequency) {
        return RfmMeasure.RECENCY
                .between(leastRecency, mostRecency)
                .and(RfmMeasure.FREQUENCY.between(leastFrequency, mostFrequency));
    }
}
