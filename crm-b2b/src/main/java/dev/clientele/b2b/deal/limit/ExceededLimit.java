package dev.clientele.b2b.deal.limit;

import dev.clientele.b2b.catalog.LineItem;
import dev.clientele.b2b.catalog.LineTotals;
import dev.clientele.b2b.deal.pipeline.ApprovalRule;
import dev.clientele.b2b.deal.pipeline.DealCondition;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.entity.Id;
import dev.clientele.persistence.criteria.Criteria;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A discount limit that a deal exceeds. Immutable and thread-safe.
 *
 * @param limit the limit
 * @param discount the deal's discount on what the limit covers, as a share of the list price
 */
public record ExceededLimit(DiscountLimit limit, BigDecimal discount) {

    /** The fields that an approval covers: it lapses as soon as one of these changes. */
    private static final List<String> COVERED_FIELDS = List.of(
            Opportunity.LINES.name(),
            Opportunity.AMOUNT.name(),
            Opportunity.DISCOUNT.name(),
            Opportunity.PRICE_BOOK.name());

    /**
     * Finds all limits that a deal exceeds. Pure.
     *
     * @param limits all that are declared
     * @param roles of the actor in whose hands the deal is
     * @param now the moment for times relative to now in conditions
     */
    public static List<ExceededLimit> of(
            Opportunity deal, Collection<DiscountLimit> limits, Set<String> roles, Instant now) {
        Map<LimitScope, DiscountLimit> holding = new LinkedHashMap<>();
        limits.stream()
                .filter(limit -> limit.appliesTo(deal, roles, now))
                .sorted(Comparator.comparing(DiscountLimit::code))
                .forEach(limit -> holding.merge(LimitScope.of(limit), limit, ExceededLimit::stronger));
        List<ExceededLimit> exceeded = new ArrayList<>();
        for (DiscountLimit limit : holding.values()) {
            discount(deal, limit.get(DiscountLimit.FAMILY))
                    .filter(discount -> discount.compareTo(limit.maxShare()) > 0)
                    .ifPresent(discount -> exceeded.add(new ExceededLimit(limit, discount)));
        }
        return exceeded;
    }

    private static DiscountLimit stronger(DiscountLimit one, DiscountLimit other) {
        int order = Integer.compare(rank(one), rank(other));
        if (order != 0) {
            return order > 0 ? one : other;
        }
        boolean byRole = one.get(DiscountLimit.ROLE) != null;
        boolean oneAllowsMore = one.maxShare().compareTo(other.maxShare()) > 0;
        return oneAllowsMore == byRole ? one : other;
    }

    private static int rank(DiscountLimit limit) {
        return limit.get(DiscountLimit.OWNER) != null ? 2 : limit.get(DiscountLimit.ROLE) != null ? 1 : 0;
    }

    /**
     * Returns the discount on a family or, with null, on all; empty if the deal has nothing of it. Without lines nobody knows
     * what the discount is on, so it counts for every family.
     */
    private static Optional<BigDecimal> discount(Opportunity deal, @Nullable String family) {
        if (family == null || deal.lines().isEmpty()) {
            return deal.find(Opportunity.DISCOUNT);
        }
        List<LineItem> lines = deal.lines().stream()
                .filter(line -> Objects.equals(line.family(), family))
                .toList();
        return LineTotals.of(lines).map(LineTotals::discount);
    }

    /**
     * Returns the approval rule that the deal needs because of it. Its code is that of the limit after {@code limit-};
     * the approval lapses when the deal's lines, amount, discount or price book change.
     */
    public ApprovalRule approvalRule() {
        String family = limit.get(DiscountLimit.FAMILY);
        String label = percent(discount) + " off" + (family == null ? "" : " " + family) + ", more than "
                + percent(limit.maxShare());
        return new ApprovalRule(
                "limit-" + limit.code(),
                DealCondition.of(label, Criteria.always()),
                COVERED_FIELDS,
                limit.get(DiscountLimit.APPROVER_ROLE));
    }

    private static String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).stripTrailingZeros();
        return percent.toPlainString() + " %";
    }

    /** The family and price book that a limit covers. */
    private record LimitScope(
            @Nullable String family, @Nullable Id<?> book) {

        static LimitScope of(DiscountLimit limit) {
            return new LimitScope(limit.get(DiscountLimit.FAMILY), limit.get(DiscountLimit.PRICE_BOOK));
        }
    }
}
