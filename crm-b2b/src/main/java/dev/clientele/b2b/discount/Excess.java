package dev.clientele.b2b.discount;

import dev.clientele.b2b.pipeline.ApprovalRule;
import dev.clientele.b2b.pipeline.Condition;
import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.product.LineItem;
import dev.clientele.b2b.product.LineTotals;
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
 * That a deal gives away more than a limit allows. Immutable and thread-safe.
 *
 * @param limit the limit
 * @param discount the share of the list price that is given away on what the limit is about
 */
public record Excess(DiscountLimit limit, BigDecimal discount) {

    /** What an approval of more than a limit is for: it lapses as soon as one of these changes. */
    private static final List<String> COVERS = List.of(
            Opportunity.LINES.name(),
            Opportunity.AMOUNT.name(),
            Opportunity.DISCOUNT.name(),
            Opportunity.PRICE_BOOK.name());

    /**
     * All limits that a deal exceeds. Pure.
     *
     * @param limits all that are declared
     * @param roles of the actor in whose hands the deal is
     * @param now what times relative to now in conditions are relative to
     */
    public static List<Excess> of(Opportunity deal, Collection<DiscountLimit> limits, Set<String> roles, Instant now) {
        Map<Scope, DiscountLimit> holding = new LinkedHashMap<>();
        limits.stream()
                .filter(limit -> limit.appliesTo(deal, roles, now))
                .sorted(Comparator.comparing(DiscountLimit::code))
                .forEach(limit -> holding.merge(Scope.of(limit), limit, Excess::stronger));
        List<Excess> exceeded = new ArrayList<>();
        for (DiscountLimit limit : holding.values()) {
            discount(deal, limit.get(DiscountLimit.FAMILY))
                    .filter(discount -> discount.compareTo(limit.most()) > 0)
                    .ifPresent(discount -> exceeded.add(new Excess(limit, discount)));
        }
        return exceeded;
    }

    private static DiscountLimit stronger(DiscountLimit one, DiscountLimit other) {
        int order = Integer.compare(rank(one), rank(other));
        if (order != 0) {
            return order > 0 ? one : other;
        }
        boolean byRole = one.get(DiscountLimit.ROLE) != null;
        boolean oneAllowsMore = one.most().compareTo(other.most()) > 0;
        return oneAllowsMore == byRole ? one : other;
    }

    private static int rank(DiscountLimit limit) {
        return limit.get(DiscountLimit.OWNER) != null ? 2 : limit.get(DiscountLimit.ROLE) != null ? 1 : 0;
    }

    /** What is given away on a family or, with null, on all; empty if the deal has nothing of it. */
    private static Optional<BigDecimal> discount(Opportunity deal, @Nullable String family) {
        if (family == null) {
            return deal.find(Opportunity.DISCOUNT);
        }
        List<LineItem> lines = deal.lines().stream()
                .filter(line -> Objects.equals(line.family(), family))
                .toList();
        return LineTotals.of(lines).map(LineTotals::discount);
    }

    /**
     * The approval that the deal needs because of it. Its code is that of the limit after {@code limit-}; it lapses when the
     * deal's lines, amount, discount or price book change.
     */
    public ApprovalRule rule() {
        String family = limit.get(DiscountLimit.FAMILY);
        String label = percent(discount) + " off" + (family == null ? "" : " " + family) + ", more than "
                + percent(limit.most());
        return new ApprovalRule(
                "limit-" + limit.code(),
                Condition.of(label, Criteria.always()),
                COVERS,
                limit.get(DiscountLimit.APPROVED_BY));
    }

    private static String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).stripTrailingZeros();
        return percent.toPlainString() + " %";
    }

    /** What a limit is about. */
    private record Scope(@Nullable String family, @Nullable Id<?> book) {

        static Scope of(DiscountLimit limit) {
            return new Scope(limit.get(DiscountLimit.FAMILY), limit.get(DiscountLimit.PRICE_BOOK));
        }
    }
}
