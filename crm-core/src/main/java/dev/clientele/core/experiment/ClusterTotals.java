package dev.clientele.core.experiment;

import java.util.HashMap;
import java.util.Map;

/**
 * The totals of one arm by cluster, where whole accounts are assigned and their people's outcomes depend on each other. It
 * holds one total and one number an account; mergeable; not thread-safe.
 *
 * @param <K> the key of a cluster, as the account's id
 */
public final class ClusterTotals<K> {
    private final Map<K, Total> totals = new HashMap<>();

    /** Creates empty totals. */
    public ClusterTotals() {}

    /**
     * Adds one person's outcome to the cluster.
     *
     * @throws ExperimentDataException if the outcome isn't finite
     */
    public void add(K cluster, double outcome) {
        ExperimentDataException.requireFinite("outcome", outcome);
        Total total = totals.computeIfAbsent(cluster, unseen -> new Total());
        total.count++;
        total.sum.add(outcome);
    }

    /** Adds all outcomes of other totals of the same arm; a cluster may be in both. */
    public void addAll(ClusterTotals<K> other) {
        other.totals.forEach((cluster, added) -> {
            Total total = totals.computeIfAbsent(cluster, unseen -> new Total());
            total.count += added.count;
            total.sum.addAll(added.sum);
        });
    }

    /** Returns the number of clusters. */
    public int clusters() {
        return totals.size();
    }

    /**
     * Computes the mean outcome a person with the cluster-robust variance: Liang and Zeger (1986), Longitudinal data analysis
     * using generalized linear models, Biometrika 73, equation 7, times clusters by clusters less 1. It is the ratio of the
     * clusters' totals and sizes; degrees of freedom are the clusters less 1.
     *
     * @throws ExperimentDataException if there are fewer than two clusters
     */
    public ArmEstimate mean() {
        if (totals.size() < 2) {
            throw ExperimentDataException.tooFew("clusters of an arm", 2, totals.size());
        }
        MomentAccumulator clusters = MomentAccumulator.withCovariates(1);
        totals.values().forEach(total -> clusters.add(total.sum.exact().doubleValue(), (double) total.count));
        return ArmEstimate.ofRatio(clusters.moments());
    }

    private static final class Total {
        private final CompensatedSum sum = new CompensatedSum();
        private long count;
    }
}
