package dev.clientele.b2b.deal.limit;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.AnyOf;
import dev.clientele.persistence.criteria.Comparison;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Not;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A limit's condition on deals, which holds unless it certainly doesn't: an amount in another currency than the deal's, or of a
 * deal whose amount isn't known, can't be compared, and a limit isn't lifted by what can't be told. Immutable and thread-safe.
 */
record LimitCondition(Opportunity deal, Instant now) {

    private static final List<MoneyField<Opportunity>> AMOUNTS =
            List.of(Opportunity.AMOUNT, Opportunity.LIST_AMOUNT, Opportunity.ONE_OFF_AMOUNT, Opportunity.ANNUAL_AMOUNT);

    private enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    boolean mayMeet(Criteria criteria) {
        return answer(criteria) != Answer.NO;
    }

    private Answer answer(Criteria criteria) {
        if (criteria instanceof AllOf all) {
            return all(all.criteria());
        } else if (criteria instanceof AnyOf any) {
            Set<Answer> answers = new HashSet<>();
            any.criteria().forEach(part -> answers.add(answer(part)));
            return answers.contains(Answer.YES)
                    ? Answer.YES
                    : answers.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.NO;
        } else if (criteria instanceof Not not) {
            return switch (answer(not.criteria())) {
                case YES -> Answer.NO;
                case NO -> Answer.YES;
                case UNKNOWN -> Answer.UNKNOWN;
            };
        } else if (AMOUNTS.stream().anyMatch(field -> isOn(criteria, field.name()) && deal.get(field) == null)) {
            return Answer.UNKNOWN;
        }
        return deal.matches(criteria, now) ? Answer.YES : Answer.NO;
    }

    private Answer all(List<Criteria> parts) {
        Set<Answer> answers = new HashSet<>();
        for (Criteria part : parts) {
            boolean incomparable = AMOUNTS.stream().anyMatch(field -> isIncomparable(part, field, parts));
            answers.add(incomparable ? Answer.UNKNOWN : answer(part));
        }
        return answers.contains(Answer.NO) ? Answer.NO : answers.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.YES;
    }

    /** Returns whether a part compares an amount, or names its currency, where the deal's own is in none of those named. */
    private boolean isIncomparable(Criteria part, MoneyField<Opportunity> field, List<Criteria> all) {
        boolean compared = all.stream().anyMatch(other -> isOn(other, field.name()));
        boolean named = all.stream().anyMatch(other -> isOn(other, field.currencyColumn()));
        if (!compared || !named || !(isOn(part, field.name()) || isOn(part, field.currencyColumn()))) {
            return false;
        }
        return all.stream()
                .filter(other -> isOn(other, field.currencyColumn()))
                .anyMatch(other -> !deal.matches(other, now));
    }

    private static boolean isOn(Criteria criteria, String column) {
        return criteria instanceof Comparison comparison && comparison.field().equals(column);
    }
}
