package dev.clientele.b2c.scoring.data;

import java.util.List;

/**
 * Customers together with covariates: known figures about each that don't change with time, such as income, channel of
 * acquisition (0 or 1) or age at the first purchase. Customers with the same covariates are one group; groups are in a fixed
 * order, so that the order in which customers came changes no bit of a fit. Immutable and thread-safe.
 */
public final class CovariateBase {
    private final List<String> names;
    private final List<CovariateGroup> groups;
    private final CustomerBase customers;

    /**
     * Customers with the same covariates.
     *
     * @param values the covariates, in the order of {@link #names()}
     * @param customers those who have them
     */
    public record CovariateGroup(List<Double> values, CustomerBase customers) {}

    CovariateBase(List<String> names, List<CovariateGroup> groups, CustomerBase customers) {
        this.names = names;
        this.groups = groups;
        this.customers = customers;
    }

    /**
     * Collects customers one by one.
     *
     * @param step the unit of the times
     * @param names of the covariates, all different and not blank
     */
    public static CovariateBaseBuilder builder(TimeStep step, String... names) {
        return new CovariateBaseBuilder(step, List.of(names));
    }

    /** Returns the names of the covariates. */
    public List<String> names() {
        return names;
    }

    /** Returns all customers, whatever their covariates. */
    public CustomerBase customers() {
        return customers;
    }

    /** Returns the groups in their fixed order. */
    public List<CovariateGroup> groups() {
        return groups;
    }

    /**
     * Returns where a covariate stands in the rows.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int index(String name) {
        int i = names.indexOf(name);
        if (i < 0) {
            throw new IllegalArgumentException("name must be one of " + names + ", was " + name);
        }
        return i;
    }
}
