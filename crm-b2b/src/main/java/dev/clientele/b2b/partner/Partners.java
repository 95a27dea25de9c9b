package dev.clientele.b2b.partner;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountKind;
import dev.clientele.b2b.account.Accounts;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.value.ExchangeRates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * All partners of the session's tenant, and what deals owe to them. Thread-safe unless the session is that of a transaction.
 *
 * <p>At most one partner has <i>brought</i> a deal ({@link Opportunity#SOURCED_BY}); any number of others may have
 * <i>influenced</i> it ({@link PartnerInfluence}). No partner does both to one deal.
 */
public final class Partners extends ForwardingRepository<Partner> {

    private final CrmSession session;

    /** Those of a session. */
    public Partners(CrmSession session) {
        super(session.repository(Partner.TYPE));
        this.session = session;
    }

    /**
     * Makes an account a partner from today on. One of which nobody has said what it is to us becomes {@link
     * AccountKind#PARTNER}; a customer who sells with us stays a customer.
     *
     * @throws dev.clientele.core.error.DuplicateException if it is or was one already: change that record
     */
    public Partner enroll(Account account, PartnerType type) {
        return session.inTransaction(tx -> {
            Accounts accounts = new Accounts(tx);
            Account stored = accounts.get(account.id());
            if (stored.get(Account.KIND) == null) {
                accounts.save(stored.with(Account.KIND, AccountKind.PARTNER));
            }
            return tx.repository(Partner.TYPE).add(Partner.of(account.id(), type, today(tx)));
        });
    }

    /** The partner that an account is or was. */
    public Optional<Partner> findByAccount(Id<Account> account) {
        return query(Partner.ACCOUNT.is(account)).first();
    }

    /** The partner that links and advertisements name so. */
    public Optional<Partner> findByCode(String code) {
        return query(Partner.CODE.is(code)).first();
    }

    /**
     * Says that a partner has brought a deal. If it was said to have influenced it, that is taken back.
     *
     * @throws InvalidException if the account isn't a partner today, or another partner has brought the deal
     */
    public Opportunity setSource(Opportunity deal, Id<Account> partner) {
        return session.inTransaction(tx -> {
            requirePartner(tx, partner, Opportunity.TYPE.name(), Opportunity.SOURCED_BY.name());
            Id<Account> other = deal.get(Opportunity.SOURCED_BY);
            if (other != null && !other.equals(partner)) {
                throw InvalidException.of(
                        Opportunity.TYPE.name(),
                        Opportunity.SOURCED_BY.name(),
                        "is another partner: take that back first");
            }
            Repository<PartnerInfluence> influences = tx.repository(PartnerInfluence.TYPE);
            find(influences, deal.id(), partner).ifPresent(influences::remove);
            return tx.repository(Opportunity.TYPE).save(deal.with(Opportunity.SOURCED_BY, partner));
        });
    }

    /** Says that no partner has brought a deal: it is our own. */
    public Opportunity clearSource(Opportunity deal) {
        return session.repository(Opportunity.TYPE).save(deal.without(Opportunity.SOURCED_BY));
    }

    /**
     * Says that a partner has helped with a deal. Said twice it is there once, with what was said last.
     *
     * @param how what the partner did, or null if nobody said
     * @throws InvalidException if the account isn't a partner today, or has brought the deal
     */
    public PartnerInfluence addInfluence(Opportunity deal, Id<Account> partner, @Nullable String how) {
        return session.inTransaction(tx -> {
            requirePartner(tx, partner, PartnerInfluence.TYPE.name(), PartnerInfluence.PARTNER.name());
            Opportunity stored = tx.repository(Opportunity.TYPE).get(deal.id());
            if (partner.equals(stored.get(Opportunity.SOURCED_BY))) {
                throw InvalidException.of(
                        PartnerInfluence.TYPE.name(),
                        PartnerInfluence.PARTNER.name(),
                        "has brought the deal, which counts for more");
            }
            Repository<PartnerInfluence> influences = tx.repository(PartnerInfluence.TYPE);
            return find(influences, deal.id(), partner)
                    .map(known -> influences.save(known.with(PartnerInfluence.DESCRIPTION, how)))
                    .orElseGet(() -> influences.add(
                            PartnerInfluence.of(deal.id(), partner).with(PartnerInfluence.DESCRIPTION, how)));
        });
    }

    /** All that partners did for deals, for queries and for taking it back. */
    public Repository<PartnerInfluence> influences() {
        return session.repository(PartnerInfluence.TYPE);
    }

    /** Which partners have helped with a deal. */
    public List<PartnerInfluence> findInfluences(Id<Opportunity> deal) {
        try (Stream<PartnerInfluence> found = influences().query(PartnerInfluence.OPPORTUNITY.is(deal)).stream()) {
            return found.toList();
        }
    }

    /**
     * What was won in a period and by whose doing, each deal at the rate of the day on which it was closed: later rates
     * change nothing.
     *
     * @throws dev.clientele.core.value.MissingExchangeRateException if a rate is missing; nothing is left out
     */
    public ChannelRevenue revenue(ForecastPeriod period, CurrencyUnit currency, ExchangeRates rates) {
        return session.inSnapshot(
                snapshot -> new PartnerRevenueAggregator(snapshot, period, currency, rates).aggregate());
    }

    private static Optional<PartnerInfluence> find(
            Repository<PartnerInfluence> influences, Id<Opportunity> deal, Id<Account> partner) {
        return influences
                .query(PartnerInfluence.OPPORTUNITY.is(deal).and(PartnerInfluence.PARTNER.is(partner)))
                .first();
    }

    /** Checks that an account sells with us today. */
    static Partner requirePartner(CrmSession session, Id<Account> account, String type, String field) {
        return new Partners(session)
                .findByAccount(account)
                .filter(partner -> partner.isPartnerOn(today(session)))
                .orElseThrow(() -> InvalidException.of(type, field, "must be an account that is a partner today"));
    }

    /** The day of a session's clock, in its zone. */
    static LocalDate today(CrmSession session) {
        return LocalDate.ofInstant(session.now(), session.clock().getZone());
    }

    /** Returns the deals that partners registered. */
    public DealRegistrations dealRegistrations() {
        return new DealRegistrations(session);
    }
}
