package dev.clientele.b2c.identity.linkage;

import java.util.Objects;

/**
 * Precision and recall of a linkage whose truth isn't known, from a judged sample.
 *
 * @param precision the share of matches that are true
 * @param recall the share of true pairs, among all that were scored at or above the review threshold, that are matches
 * @param judged the number of pairs judged
 */
public record QualityEstimate(ShareEstimate precision, ShareEstimate recall, int judged) {

    /** Checks that all is there. */
    public QualityEstimate {
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(recall, "recall");
    }
}
