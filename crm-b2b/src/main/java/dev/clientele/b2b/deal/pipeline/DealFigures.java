package dev.clientele.b2b.deal.pipeline;

import com.google.common.collect.ImmutableSet;
import dev.clientele.b2b.catalog.LineItem;
import dev.clientele.b2b.catalog.LineTotals;
import dev.clientele.core.entity.Field;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The figures of a deal that follow from its lines. Pure functions. */
final class DealFigures {

    /** The fields that follow from the lines alone. */
    private static final List<Field<Opportunity, ?>> DERIVED_FIELDS = List.of(
            Opportunity.LIST_AMOUNT,
            Opportunity.ONE_OFF_AMOUNT,
            Opportunity.ANNUAL_AMOUNT,
            Opportunity.MAX_LINE_DISCOUNT,
            Opportunity.PRODUCTS,
            Opportunity.FAMILIES);

    private DealFigures() {}

    /** Returns the line of a deal with this number. */
    static LineItem line(Opportunity deal, int number) {
        return deal.lines().stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("", ViolationCode.FORM, "the deal has no line " + number));
    }

    /**
     * Returns the deal with these lines and all figures that follow from them; figures of its own stay where there are
     * no lines.
     */
    static Opportunity withLines(Opportunity deal, List<LineItem> lines) {
        Optional<LineTotals> totals = LineTotals.of(lines);
        Opportunity put = deal.with(Opportunity.LINES, lines.isEmpty() ? null : lines)
                .with(Opportunity.LIST_AMOUNT, totals.map(LineTotals::list).orElse(null))
                .with(Opportunity.ONE_OFF_AMOUNT, totals.map(LineTotals::oneOff).orElse(null))
                .with(Opportunity.ANNUAL_AMOUNT, totals.map(LineTotals::annual).orElse(null))
                .with(
                        Opportunity.MAX_LINE_DISCOUNT,
                        totals.map(LineTotals::maxDiscount).orElse(null))
                .with(Opportunity.PRODUCTS, lines.stream().map(LineItem::code).collect(ImmutableSet.toImmutableSet()))
                .with(Opportunity.FAMILIES, families(lines));
        if (totals.isPresent()) {
            return put.with(Opportunity.AMOUNT, totals.get().net())
                    .with(Opportunity.DISCOUNT, totals.get().discount());
        }
        return deal.lines().isEmpty() ? put : put.without(Opportunity.DISCOUNT);
    }

    private static Set<String> families(List<LineItem> lines) {
        return lines.stream().flatMap(line -> Stream.ofNullable(line.family())).collect(ImmutableSet.toImmutableSet());
    }

    static List<Violation> violations(Opportunity deal) {
        List<LineItem> lines = deal.lines();
        List<Violation> violations = new ArrayList<>();
        if (lines.isEmpty()) {
            for (Field<Opportunity, ?> field : DERIVED_FIELDS) {
                if (deal.get(field) != null) {
                    violations.add(new Violation(
                            field.name(), ViolationCode.DERIVED, "must be missing without lines: use withLines"));
                }
            }
            return violations;
        }
        requireTogether(violations, lines);
        if (violations.isEmpty()) {
            requireInStep(violations, deal, withLines(deal, lines));
        }
        return violations;
    }

    private static void requireTogether(List<Violation> violations, List<LineItem> lines) {
        CurrencyUnit currency = lines.get(0).listPrice().getCurrencyUnit();
        Set<Integer> numbers = new HashSet<>();
        for (LineItem line : lines) {
            if (!numbers.add(line.number())) {
                violations.add(new Violation(
                        Opportunity.LINES.name(), ViolationCode.REPEATED, "must not have the number of another line"));
            } else if (!line.listPrice().getCurrencyUnit().equals(currency)) {
                violations.add(
                        new Violation(Opportunity.LINES.name(), ViolationCode.CURRENCY, "must all be in one currency"));
            }
        }
    }

    private static void requireInStep(List<Violation> violations, Opportunity deal, Opportunity expected) {
        Money amount = deal.get(Opportunity.AMOUNT);
        Money sum = expected.get(Opportunity.AMOUNT);
        if (!Objects.equals(amount, sum)) {
            violations.add(new Violation(
                    Opportunity.AMOUNT.name(),
                    "must be what the deal's lines come to, " + sum + ": change the lines, got " + amount));
        }
        Stream.<Field<Opportunity, ?>>concat(Stream.of(Opportunity.DISCOUNT), DERIVED_FIELDS.stream())
                .filter(field -> !Objects.equals(deal.get(field), expected.get(field)))
                .forEach(field -> violations.add(new Violation(
                        field.name(), ViolationCode.DERIVED, "must be in step with the lines: use withLines")));
    }
}
