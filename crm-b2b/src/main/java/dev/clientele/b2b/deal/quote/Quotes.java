package dev.clientele.b2b.deal.quote;

import dev.clientele.b2b.catalog.Discount;
import dev.clientele.b2b.deal.approval.Approvals;
import dev.clientele.b2b.deal.limit.DiscountLimits;
import dev.clientele.b2b.deal.limit.ExceededLimit;
import dev.clientele.b2b.deal.pipeline.GateFacts;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.UnmetCondition;
import dev.clientele.b2b.deal.pipeline.UnmetConditionsException;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.criteria.SortDirection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The quotes of the session's tenant. Thread-safe unless the session is that of a transaction. A day is one in the zone
 * of the session's clock.
 */
public final class Quotes extends ForwardingRepository<Quote> {

    private final CrmSession session;

    /** Opens the quotes of a session. */
    public Quotes(CrmSession session) {
        super(session.repository(Quote.TYPE));
        this.session = session;
    }

    /** Drafts a quote of a deal's lines, under the next number of the standard series. */
    public Quote draft(Opportunity deal) {
        return draft(deal, QuoteNumberSeries.STANDARD);
    }

    /**
     * Drafts a quote of a deal's lines, under the next number of a series, which begins with its first number.
     *
     * @param series its code
     * @throws InvalidException if the deal has no lines
     */
    public Quote draft(Opportunity deal, String series) {
        Id<QuoteNumberSeries> id = session.repository(QuoteNumberSeries.TYPE)
                .getOrAdd(QuoteNumberSeries.of(series))
                .id();
        return session.inTransaction(tx -> {
            Repository<QuoteNumberSeries> all = tx.repository(QuoteNumberSeries.TYPE);
            Opportunity stored = tx.rely(tx.repository(Opportunity.TYPE).get(deal.id()));
            QuoteNumberSeries drawn = all.save(all.getForUpdate(id).withNextNumber());
            return new Quotes(tx).add(copied(Quote.draft(stored.id(), drawn.number(), 1), stored));
        });
    }

    /** Copies the lines of the deal as it is stored now into a draft again; tax rates stay with their lines. */
    public Quote refresh(Quote draft) {
        return session.inTransaction(tx -> new Quotes(tx)
                .save(copied(draft, tx.repository(Opportunity.TYPE).get(draft.opportunity()))));
    }

    private static Quote copied(Quote draft, Opportunity deal) {
        if (deal.lines().isEmpty()) {
            throw refused(Quote.LINES.name(), "must be there: the deal has no lines");
        }
        Map<Integer, BigDecimal> rates = new HashMap<>();
        for (QuoteLine line : draft.lines()) {
            BigDecimal rate = line.taxRate();
            if (rate != null) {
                rates.put(line.item().number(), rate);
            }
        }
        Optional<Money> reductions = deal.lines().stream()
                .flatMap(line -> Stream.ofNullable(line.reduction()))
                .reduce(Money::plus);
        List<QuoteLine> lines = deal.lines().stream()
                .map(item -> new QuoteLine(item, rates.get(item.number())))
                .toList();
        return draft.with(Quote.PRICE_BOOK, deal.get(Opportunity.PRICE_BOOK))
                .priced(lines, reductions.map(Discount::of).orElseGet(draft::overallDiscount));
    }

    /**
     * Applies a draft's lines to its deal before anybody has accepted it, such as to request approval of them.
     *
     * @return the deal
     * @throws InvalidException if the draft isn't in the currency of the deal's amount
     * @throws UnmetConditionsException if the deal is closed
     */
    public Opportunity applyToDeal(Quote quote) {
        return session.inTransaction(tx -> {
            Repository<Opportunity> deals = tx.repository(Opportunity.TYPE);
            return deals.save(offered(deals.getForUpdate(quote.opportunity()), quote));
        });
    }

    /** Returns the deal as it would be if the customer took a quote. */
    private static Opportunity offered(Opportunity deal, Quote quote) {
        if (!deal.isOpen()) {
            throw new UnmetConditionsException(List.of(new UnmetCondition(
                    UnmetCondition.UnmetCause.STATE,
                    deal.stage(),
                    "the deal is " + deal.kind() + ": reopen it first")));
        }
        CurrencyUnit currency =
                deal.find(Opportunity.AMOUNT).orElse(quote.net()).getCurrencyUnit();
        if (!quote.net().getCurrencyUnit().equals(currency)) {
            throw refused(Quote.NET.name(), "must be in " + currency + " as the deal's amount, got " + quote.net());
        }
        return deal.with(Opportunity.PRICE_BOOK, quote.get(Quote.PRICE_BOOK)).withLines(quote.lineItems());
    }

    /**
     * Finds the unmet conditions of presenting a draft: each discount limit that the deal would exceed by it, in the
     * hands of the session's actor, and that isn't approved. An approval is one of the deal, so the deal has to have
     * the quote's lines ({@link #applyToDeal}) when it is requested.
     */
    public List<UnmetCondition> canPresent(Quote draft) {
        return session.inSnapshot(snapshot -> {
            Opportunity deal = snapshot.repository(Opportunity.TYPE).get(draft.opportunity());
            return unmet(snapshot, draft, deal, new DiscountLimits(snapshot).findExceeded(offered(deal, draft)));
        });
    }

    /** Finds the unmet conditions of presenting a draft, for a decision of this transaction, by all limits that it sees. */
    static List<UnmetCondition> unmetForPresentation(CrmSession tx, Quote draft) {
        Opportunity deal = tx.rely(tx.repository(Opportunity.TYPE).get(draft.opportunity()));
        return unmet(tx, draft, deal, new DiscountLimits(tx).findExceededReliedOn(offered(deal, draft)));
    }

    private static List<UnmetCondition> unmet(
            CrmSession session, Quote draft, Opportunity deal, List<ExceededLimit> exceeded) {
        if (exceeded.isEmpty()) {
            return List.of();
        }
        GateFacts approvals =
                deal.lines().equals(draft.lineItems()) ? new Approvals(session).facts(deal) : GateFacts.none();
        return exceeded.stream()
                .map(ExceededLimit::approvalRule)
                .flatMap(rule -> rule.unmet(approvals.status(rule)).stream())
                .toList();
    }

    /**
     * Presents a draft, which no longer changes. Presented revisions of the same number before it are replaced.
     *
     * @param validUntil the last day on which it can be accepted, not before today
     * @throws InvalidException if it isn't a draft, or that day is over
     * @throws UnmetConditionsException with everything that {@link #canPresent} tells, or if the deal is closed
     */
    public Quote present(Quote draft, LocalDate validUntil) {
        if (validUntil.isBefore(today())) {
            throw refused(Quote.VALID_UNTIL.name(), "must not be before today, " + today() + ", got " + validUntil);
        }
        return session.inTransaction(tx -> {
            Quotes quotes = new Quotes(tx);
            requireStanding(lock(tx, draft), QuoteStatus.DRAFT);
            List<UnmetCondition> unmet = quotes.canPresent(draft);
            if (!unmet.isEmpty()) {
                throw new UnmetConditionsException(unmet);
            }
            for (Quote other : quotes.revisions(draft.number())) {
                if (other.status() == QuoteStatus.PRESENTED) {
                    quotes.save(tx.rely(other).with(Quote.STATUS, QuoteStatus.REPLACED));
                }
            }
            return quotes.save(draft.with(Quote.STATUS, QuoteStatus.PRESENTED)
                    .with(Quote.VALID_UNTIL, validUntil)
                    .with(Quote.PRESENTED_AT, tx.now()));
        });
    }

    /**
     * Accepts a presented quote: the deal takes its lines, and the quote's net as its amount.
     *
     * @throws InvalidException if it isn't presented or has expired, another quote for the deal is accepted, or the deal's amount
     *     is in another currency
     * @throws UnmetConditionsException if the deal is closed
     */
    public Quote accept(Quote quote) {
        return session.inTransaction(tx -> {
            Quotes quotes = new Quotes(tx);
            Repository<Opportunity> deals = tx.repository(Opportunity.TYPE);
            Opportunity deal = deals.getForUpdate(quote.opportunity()); // first, so that of two the second waits
            Quote current = lock(tx, quote);
            requireStanding(current, QuoteStatus.PRESENTED);
            quotes.findAccepted(deal.id()).ifPresent(other -> {
                throw refused(
                        Quote.ACCEPTED_FOR.name(),
                        "is another quote's already: " + other.number() + " revision " + other.revision());
            });
            deals.save(offered(deal, current));
            return quotes.save(current.with(Quote.STATUS, QuoteStatus.ACCEPTED)
                    .with(Quote.ACCEPTED_FOR, deal.id())
                    .with(Quote.DECIDED_AT, tx.now()));
        });
    }

    /**
     * Rejects a quote, at once or after it was accepted; the deal stays as it is.
     *
     * @throws InvalidException if it was neither presented nor accepted
     */
    public Quote reject(Quote quote, String reason) {
        return session.inTransaction(tx -> {
            Quote current = lock(tx, quote);
            if (!current.status().next().contains(QuoteStatus.REJECTED)) {
                throw refused(Quote.STATUS.name(), "can't become REJECTED where it is " + current.status());
            }
            return new Quotes(tx)
                    .save(current.with(Quote.STATUS, QuoteStatus.REJECTED)
                            .without(Quote.ACCEPTED_FOR)
                            .with(Quote.DECIDED_AT, tx.now())
                            .with(Quote.REJECT_REASON, reason));
        });
    }

    /**
     * Drafts the next revision of a quote with the same lines. Of two who do it at once one gets the draft, and the other is
     * told of it.
     *
     * @throws InvalidException if a draft of its number is there already
     */
    public Quote revise(Quote quote) {
        return session.inTransaction(tx -> {
            Quotes quotes = new Quotes(tx);
            Quote current = quotes.getForUpdate(quote.id());
            Quote last = quotes.revisions(current.number()).get(0);
            if (last.status() == QuoteStatus.DRAFT) {
                throw refused(
                        Quote.REVISION.name(), "revision " + last.revision() + " is a draft still: go on with it");
            }
            Quote draft = Quote.draft(current.opportunity(), current.number(), last.revision() + 1)
                    .with(Quote.PRICE_BOOK, current.get(Quote.PRICE_BOOK))
                    .with(Quote.TERMS, current.get(Quote.TERMS))
                    .priced(current.lines(), current.overallDiscount());
            return quotes.add(draft);
        });
    }

    /** Returns all revisions of a number, the latest first. */
    public List<Quote> revisions(String number) {
        try (Stream<Quote> found =
                query(Quote.NUMBER.is(number)).sortedBy(Quote.REVISION, SortDirection.DESCENDING).stream()) {
            return found.toList();
        }
    }

    /** Finds all quotes for a deal, by number and revision. */
    public List<Quote> findByDeal(Id<Opportunity> deal) {
        try (Stream<Quote> found =
                query(Quote.OPPORTUNITY.is(deal)).sortedBy(Quote.NUMBER).sortedBy(Quote.REVISION).stream()) {
            return found.toList();
        }
    }

    /** Finds the quote for a deal that the customer has accepted. */
    public Optional<Quote> findAccepted(Id<Opportunity> deal) {
        return query(Quote.ACCEPTED_FOR.is(deal)).first();
    }

    /** Returns a quote as it is stored, for a change: who was answered meanwhile is told so, and then who was changed. */
    private static Quote lock(CrmSession tx, Quote seen) {
        Quote stored = tx.repository(Quote.TYPE).getForUpdate(seen.id());
        if (stored.status() == seen.status() && stored.version() != seen.version()) {
            throw new StaleVersionException(List.of(seen.id().value()), null);
        }
        return stored;
    }

    private void requireStanding(Quote quote, QuoteStatus expected) {
        QuoteStatus standing = quote.statusOn(today());
        if (standing != expected) {
            throw refused(Quote.STATUS.name(), "must be " + expected + ", got " + standing);
        }
    }

    private static InvalidException refused(String field, String reason) {
        return InvalidException.of(Quote.TYPE.name(), field, reason);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(session.now(), session.clock().getZone());
    }
}
