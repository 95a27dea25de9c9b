package dev.clientele.b2b.deal.quote;

import dev.clientele.core.entity.Field;
import dev.clientele.core.error.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The rules that a quote meets, and those of its changes. */
final class QuoteRules {

    private static final List<Field<Quote, ?>> FIGURES = List.of(
            Quote.LINES, Quote.OVERALL_DISCOUNT, Quote.LIST_AMOUNT, Quote.NET, Quote.TAX, Quote.TOTAL, Quote.DISCOUNT);

    private QuoteRules() {}

    static List<Violation> violations(Quote quote) {
        List<Violation> violations = new ArrayList<>();
        QuoteStatus status = quote.status();
        boolean draft = status == QuoteStatus.DRAFT;
        if (status == QuoteStatus.EXPIRED) {
            violations.add(violation(Quote.STATUS, "can't be EXPIRED: that is told by the clock"));
        }
        if (quote.revision() < 1) {
            violations.add(violation(Quote.REVISION, "must be at least 1"));
        }
        if (draft != (quote.get(Quote.PRESENTED_AT) == null) || draft != (quote.get(Quote.VALID_UNTIL) == null)) {
            violations.add(violation(Quote.VALID_UNTIL, "must be missing, with presented_at, exactly of a draft"));
        }
        boolean decided = status == QuoteStatus.ACCEPTED || status == QuoteStatus.REJECTED;
        if (decided != (quote.get(Quote.DECIDED_AT) != null)) {
            violations.add(violation(Quote.DECIDED_AT, "must be there exactly if it is accepted or rejected"));
        }
        boolean accepted = status == QuoteStatus.ACCEPTED;
        if (!Objects.equals(quote.get(Quote.ACCEPTED_FOR), accepted ? quote.opportunity() : null)) {
            violations.add(violation(Quote.ACCEPTED_FOR, "must be the deal exactly if it is accepted"));
        }
        if ((status == QuoteStatus.REJECTED) != (quote.get(Quote.REJECT_REASON) != null)) {
            violations.add(violation(Quote.REJECT_REASON, "must be there exactly if it is rejected"));
        }
        requireFigures(violations, quote);
        return violations;
    }

    private static void requireFigures(List<Violation> violations, Quote quote) {
        Set<Integer> numbers = new HashSet<>();
        for (QuoteLine line : quote.lines()) {
            if (!numbers.add(line.item().number())) {
                violations.add(violation(Quote.LINES, "must not have the number of another line"));
            }
        }
        Quote expected;
        try {
            expected = quote.priced(quote.lines(), quote.overallDiscount());
        } catch (IllegalArgumentException e) {
            violations.add(violation(Quote.LINES, String.valueOf(e.getMessage())));
            return;
        }
        for (Field<Quote, ?> field : FIGURES) {
            if (!Objects.equals(quote.get(field), expected.get(field))) {
                violations.add(violation(field, "must be in step with the lines: use withLines"));
            }
        }
    }

    static List<Violation> changeViolations(Quote before, Quote after) {
        List<Violation> violations = new ArrayList<>();
        requireSame(violations, before, after, List.of(Quote.OPPORTUNITY, Quote.NUMBER, Quote.REVISION), "stays");
        if (before.status() != QuoteStatus.DRAFT) {
            String reason = "stays once the quote is presented: revise it";
            requireSame(violations, before, after, FIGURES, reason);
            requireSame(
                    violations,
                    before,
                    after,
                    List.of(Quote.VALID_UNTIL, Quote.PRESENTED_AT, Quote.PRICE_BOOK, Quote.TERMS),
                    reason);
        }
        if (before.status() != after.status() && !before.status().next().contains(after.status())) {
            violations.add(
                    violation(Quote.STATUS, "can't become " + after.status() + " where it is " + before.status()));
        }
        return violations;
    }

    private static void requireSame(
            List<Violation> violations, Quote before, Quote after, List<Field<Quote, ?>> fields, String reason) {
        for (Field<Quote, ?> field : fields) {
            if (!Objects.equals(before.get(field), after.get(field))) {
                violations.add(violation(field, reason));
            }
        }
    }

    private static Violation violation(Field<Quote, ?> field, String reason) {
        return new Violation(field.name(), reason);
    }
}
