package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Pairs of different people who have something in common all the same: members of a household, neighbours, shops in one
 * house. They share a family name and an address far more often than chance, which a model of two classes takes for
 * identity; as a third latent class they are learned along with the others (Larsen and Rubin 2001, Iterative Automated
 * Record Linkage Using Mixture Models, JASA 96(453), 32-41).
 *
 * <p>What is one's own, as given name, birthdate or number, such people share as often as strangers.
 *
 * @param prior the probability that two records drawn at random are of such people; 0 where the class isn't used
 * @param weights for each attribute the natural log-odds of each level against strangers, of equality without the frequency
 *     of the value; 0 where the level says nothing; empty where the attribute is one's own
 */
public record HouseholdModel(double prior, List<List<Double>> weights) {

    /** Copies the lists and checks that the prior is at least 0 and below 1. */
    public HouseholdModel {
        weights = weights.stream().map(List::copyOf).toList();
        if (!(prior >= 0 && prior < 1)) {
            throw new IllegalArgumentException("prior must be at least 0 and below 1 but was " + prior);
        }
    }

    /** Returns the model in which there are no such people. */
    public static HouseholdModel none(int attributes) {
        return new HouseholdModel(0, Collections.nCopies(attributes, List.of()));
    }

    static HouseholdModel of(double prior, double[] weights, LevelPattern levels, HouseholdLevels shared) {
        List<List<Double>> lists = new ArrayList<>();
        for (int i = 0; i < levels.attributes(); i++) {
            List<Double> list = new ArrayList<>();
            for (int level = 0; shared.any(i) && level < levels.levels(i).size(); level++) {
                list.add(weights[i * 16 + level]);
            }
            lists.add(list);
        }
        return new HouseholdModel(prior, lists);
    }
}
