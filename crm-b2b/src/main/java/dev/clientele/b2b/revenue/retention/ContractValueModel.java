package dev.clientele.b2b.revenue.retention;

import dev.clientele.core.value.DiscountRate;
import dev.clientele.core.value.Discounting;
import dev.clientele.core.value.Evidence;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import dev.clientele.core.value.LifetimeValueModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values customers under contract by how likely they renew: {@code margin · Σ p_k · v(date_k)} times what is paid for a term,
 * over the terms ahead, with {@code p_k} the chance that the customer, who has renewed so often, is still there when the term
 * begins. The interval holds 95 % of what may come: it is that of the number of renewals, the payments being certain as long as
 * the customer stays. Immutable and thread-safe.
 *
 * @param retention how likely customers renew
 * @param sampleSize how many customers that was learned from; 0 if it wasn't
 * @param margin share of a payment that is kept; above 0, at most 1
 * @param discounting how later money counts
 */
public record ContractValueModel(RetentionModel retention, long sampleSize, double margin, Discounting discounting)
        implements LifetimeValueModel<ContractHistory> {

    /** The name that its values carry. */
    public static final String METHOD = "contract renewals";

    private static final double LEVEL = 0.95;
    private static final double MIN_CHANCE = 1e-12;
    private static final int MAX_TERMS = 20_000;

    /** Checks the numbers. */
    public ContractValueModel {
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(discounting, "discounting");
        if (sampleSize < 0) {
            throw new IllegalArgumentException("sampleSize must not be negative, got " + sampleSize);
        }
        if (!(margin > 0 && margin <= 1)) {
            throw new IllegalArgumentException("margin must be above 0 and at most 1, got " + margin);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the contract begins after the day, or the horizon has no end and later money isn't
     *     discounted
     */
    @Override
    public LifetimeValue value(ContractHistory evidence, LocalDate asOf, Horizon horizon) {
        if (evidence.start().isAfter(asOf)) {
            throw new IllegalArgumentException(
                    "the contract must not begin after " + asOf + ", got " + evidence.start());
        }
        if (horizon.isInfinite() && discounting.rate().equals(DiscountRate.ZERO)) {
            throw new IllegalArgumentException("without end and without discount the value may not be finite");
        }
        int begun = evidence.startedTerms(asOf);
        LifetimeValue.Builder value = LifetimeValue.builder(
                        METHOD, evidence.perTerm().getCurrencyUnit(), asOf, horizon)
                .historic(evidence.perTerm()
                        .multipliedBy(begun)
                        .multipliedBy(BigDecimal.valueOf(margin), RoundingMode.HALF_EVEN))
                .acquisitionCost(evidence.acquisitionCost())
                .discounting(discounting)
                .evidence(Evidence.of(sampleSize).with("renewals", begun - 1.0).with("margin", margin));
        if (!evidence.isActiveOn(asOf)) {
            return value.build();
        }
        FutureTerms ahead = ahead(evidence, asOf, horizon, begun);
        double payment = margin * evidence.perTerm().getAmount().doubleValue();
        return value.residual(payment * ahead.expected())
                .residualInterval(
                        payment * ahead.quantile((1 - LEVEL) / 2), payment * ahead.quantile((1 + LEVEL) / 2), LEVEL)
                .build();
    }

    private FutureTerms ahead(ContractHistory evidence, LocalDate asOf, Horizon horizon, int begun) {
        FutureTerms ahead = new FutureTerms();
        @Nullable LocalDate end = horizon.endExclusive(asOf).orElse(null);
        for (int more = 1; more <= MAX_TERMS; more++) {
            LocalDate date = evidence.termStart(begun - 1 + more);
            if (end != null && !date.isBefore(end)) {
                break;
            }
            double chance = retention.conditionalSurvival(begun - 1, more);
            double factor = discounting.discountFactor(asOf, date);
            ahead.add(chance, factor);
            if (chance * factor < MIN_CHANCE) {
                break;
            }
        }
        return ahead;
    }

    /** The terms ahead, one after another. Not thread-safe. */
    private static final class FutureTerms {
        private final List<Double> chances = new ArrayList<>();
        private final List<Double> sums = new ArrayList<>(List.of(0.0));
        private double expected;

        void add(double chance, double factor) {
            chances.add(chance);
            sums.add(sums.get(sums.size() - 1) + factor);
            expected += chance * factor;
        }

        double expected() {
            return expected;
        }

        /** Computes the present value that is not exceeded with a probability. */
        double quantile(double probability) {
            int renewals = 0;
            while (renewals < chances.size() && 1 - chances.get(renewals) < probability) {
                renewals++;
            }
            return sums.get(renewals);
        }
    }
}
