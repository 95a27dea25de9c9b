package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.linkage.LabelSelection;
import dev.clientele.b2c.identity.linkage.MatchDecision;
import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.linkage.ScoredPair;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Selection;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses the open questions whose answers tell most, from those nearest to even odds on either side. */
final class ReviewSelection {

    private static final double EVEN = 0.5;

    /** So many times the questions asked for are looked at, since some are about the same record. */
    private static final int SPARE = 10;

    private final CrmSession session;

    ReviewSelection(CrmSession session) {
        this.session = session;
    }

    List<MatchReview> choose(int count) {
        int most = Math.multiplyExact(SPARE, count);
        Selection<MatchReview> open = session.repository(MatchReview.TYPE).query(MatchReview.SAME.isMissing());
        Map<ScoredPair, MatchReview> reviews = new LinkedHashMap<>();
        open.and(MatchReview.PROBABILITY.atLeast(EVEN))
                .sortedBy(MatchReview.PROBABILITY)
                .page(most)
                .items()
                .forEach(review -> reviews.put(pair(review), review));
        open.and(MatchReview.PROBABILITY.below(EVEN))
                .sortedBy(MatchReview.PROBABILITY, SortDirection.DESCENDING)
                .page(most)
                .items()
                .forEach(review -> reviews.put(pair(review), review));
        return LabelSelection.choose(List.copyOf(reviews.keySet()), count).stream()
                .map(reviews::get)
                .toList();
    }

    private static ScoredPair pair(MatchReview review) {
        RecordRef one = new RecordRef("", review.first().toString());
        RecordRef other = new RecordRef("", review.second().toString());
        boolean inOrder = one.compareTo(other) < 0;
        double score = Math.log(review.probability()) - Math.log1p(-review.probability());
        return new ScoredPair(inOrder ? one : other, inOrder ? other : one, score, MatchDecision.REVIEW);
    }
}
