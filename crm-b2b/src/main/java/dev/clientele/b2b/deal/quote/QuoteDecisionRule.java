package dev.clientele.b2b.deal.quote;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.UnmetCondition;
import dev.clientele.b2b.deal.pipeline.UnmetConditionsException;
import dev.clientele.core.CrmSession;
import dev.clientele.core.WriteRule;
import dev.clientele.core.entity.RecordWrite;
import dev.clientele.core.error.InvalidException;
import java.time.LocalDate;
import java.util.List;

/**
 * The rule that a quote is presented only within the discount limits or with approval, and accepted only in time and with a deal
 * that takes its lines; by whatever door it is written. Immutable and thread-safe.
 */
public final class QuoteDecisionRule implements WriteRule<Quote> {

    /** Creates the rule. */
    public QuoteDecisionRule() {}

    @Override
    public void check(CrmSession transaction, List<RecordWrite<Quote>> writes) {
        if (transaction.isImportingHistory()) {
            return;
        }
        for (RecordWrite<Quote> write : writes) {
            Quote after = write.after();
            if (after == null || !write.changes(Quote.STATUS)) {
                continue;
            }
            Quote before = write.before();
            if (after.status() == QuoteStatus.PRESENTED) {
                requireWithinLimits(transaction, after);
            } else if (after.status() == QuoteStatus.ACCEPTED) {
                requireAcceptable(transaction, before == null ? after : before, after);
            }
        }
    }

    private static void requireWithinLimits(CrmSession transaction, Quote quote) {
        List<UnmetCondition> unmet = Quotes.unmetForPresentation(transaction, quote);
        if (!unmet.isEmpty()) {
            throw new UnmetConditionsException(unmet);
        }
    }

    private static void requireAcceptable(CrmSession transaction, Quote before, Quote after) {
        LocalDate today =
                LocalDate.ofInstant(transaction.now(), transaction.clock().getZone());
        QuoteStatus standing = before.statusOn(today);
        if (standing != QuoteStatus.PRESENTED) {
            throw refused("must be PRESENTED, got " + standing);
        }
        Opportunity deal =
                transaction.rely(transaction.repository(Opportunity.TYPE).get(after.opportunity()));
        if (!deal.lines().equals(after.lineItems())) {
            throw refused("can't be ACCEPTED while the deal has other lines");
        }
    }

    private static InvalidException refused(String reason) {
        return InvalidException.of(Quote.TYPE.name(), Quote.STATUS.name(), reason);
    }
}
