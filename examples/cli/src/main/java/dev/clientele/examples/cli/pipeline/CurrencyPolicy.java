package dev.clientele.examples.cli.pipeline;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.persistence.criteria.Criteria;
import org.joda.money.CurrencyUnit;

/** Shows the deals whose amounts are in one currency, and all else. */
record CurrencyPolicy(CurrencyUnit currency) implements AccessPolicy {

    @Override
    public Criteria readable(Actor actor, String type) {
        return type.equals(Opportunity.TYPE.name()) ? Opportunity.AMOUNT.isInCurrency(currency) : Criteria.always();
    }

    @Override
    public Criteria writable(Actor actor, String type) {
        return Criteria.never();
    }
}
