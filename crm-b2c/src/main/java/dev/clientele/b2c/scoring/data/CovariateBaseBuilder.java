package dev.clientele.b2c.scoring.data;

import com.google.common.collect.Comparators;
import dev.clientele.b2c.purchase.PurchaseSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Collects customers for a {@link CovariateBase} in any order. Not thread-safe. */
public final class CovariateBaseBuilder {
    private final TimeStep step;
    private final List<String> names;
    private final Map<List<Double>, CustomerBaseBuilder> groups = new HashMap<>();
    private final CustomerBaseBuilder all;

    CovariateBaseBuilder(TimeStep step, List<String> names) {
        if (names.isEmpty()
                || new HashSet<>(names).size() < names.size()
                || names.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("names must be one or more, all different and not blank, were " + names);
        }
        this.step = step;
        this.names = names;
        this.all = CustomerBase.builder(step);
    }

    /**
     * Adds a customer whose times are in this base's unit.
     *
     * @param customer purchases so far
     * @param covariates finite, one for each name in their order
     */
    public CovariateBaseBuilder add(CustomerSummary customer, double... covariates) {
        List<Double> row = row(covariates);
        all.add(customer);
        groups.computeIfAbsent(row, key -> CustomerBase.builder(step)).add(customer);
        return this;
    }

    /**
     * Adds a customer seen from a date, the same for all customers.
     *
     * @param summary purchases so far
     * @param covariates finite, one for each name in their order
     * @throws IllegalArgumentException if another customer was seen from another date
     */
    public CovariateBaseBuilder add(PurchaseSummary summary, double... covariates) {
        List<Double> row = row(covariates);
        all.add(summary);
        groups.computeIfAbsent(row, key -> CustomerBase.builder(step)).add(summary);
        return this;
    }

    private List<Double> row(double[] covariates) {
        if (covariates.length != names.size()) {
            throw new IllegalArgumentException("covariates must be " + names + ", were " + covariates.length);
        }
        for (int i = 0; i < covariates.length; i++) {
            if (!Double.isFinite(covariates[i])) {
                throw new IllegalArgumentException(names.get(i) + " must be finite, was " + covariates[i]);
            }
        }
        return Arrays.stream(covariates).map(value -> value + 0.0).boxed().toList();
    }

    /** Builds the base of everybody added so far. */
    public CovariateBase build() {
        List<CovariateBase.CovariateGroup> ordered = new ArrayList<>();
        groups.forEach((values, customers) -> ordered.add(new CovariateBase.CovariateGroup(values, customers.build())));
        ordered.sort(Comparator.comparing(
                CovariateBase.CovariateGroup::values, Comparators.lexicographical(Comparator.<Double>naturalOrder())));
        return new CovariateBase(names, List.copyOf(ordered), all.build());
    }
}
