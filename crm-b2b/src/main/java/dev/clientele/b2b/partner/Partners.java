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
 * The partners of the session's tenant, and their part in deals. Thread-safe unless the session is that of a
 * transaction.
 *
 * <p>At most one partner has <i>brought</i> a deal ({@link Opportunity#SOURCED_BY}); any number of others may have
 * <i>influenced</i> it ({@link PartnerInfluence}). No partner does both to one deal.
 */
public final class Partners extends ForwardingRepository<Partner> {

    private final CrmSession session;

    /** Opens the partners of a session. */
    public Partners(CrmSession session) {
        super(session.repository(Partner.TYPE));
        this.session = session;
    }

    /**
     * Makes an account a partner from today on. An account without a kind becomes {@link AccountKind#PARTNER}; a
     * customer who sells with the host stays a customer.
     *
     * @throws dev.clientele.core.error.DuplicateException if it is or was one already: change that record
     */
    public Partner enroll(Account account, PartnerType type) {
        return session.inTransaction(tx -> {
            Accounts accounts = new Accounts(tx);
            Account stored = accounts.getForUpdate(account.id());
            if (stored.get(Account.KIND) == null) {
                accounts.save(stored.with(Account.KIND, AccountKind.PARTNER));
            }
            return tx.repository(Partner.TYPE).add(Partner.of(account.id(), type, today(tx)));
        });
    }

    /** Finds the partner that an account is or was. */
    public Optional<Partner> findByAccount(Id<Account> account) {
        return query(Partner.ACCOUNT.is(account)).first();
    }

    /** Finds the partner with this code in links and advertisements. */
    public Optional<Partner> findByCode(String code) {
        return query(Partner.CODE.is(code)).first();
    }

    /**
     * Marks a deal as sourced by a partner. An influence of the partner on it is removed.
     *
     * @throws InvalidException if the account isn't a partner today, or another partner has brought the deal
     */
    public Opportunity setSource(Opportunity deal, Id<Account> partner) {
        return session.inTransaction(tx -> {
            tx.rely(requirePartner(tx, partner, Opportunity.TYPE.name(), Opportunity.SOURCED_BY.name()));
            Id<Account> other =
                    tx.repository(Opportunity.TYPE).getForUpdate(deal).get(Opportunity.SOURCED_BY);
            if (other != null && !other.equals(partner)) {
                throw InvalidException.of(
                        Opportunity.TYPE.name(),
                        Opportunity.SOURCED_BY.name(),
                        "is another partner: take that back first");
            }
            Repository<PartnerInfluence> influences = tx.repository(PartnerInfluence.TYPE);
            find(influences, deal.id(), partner).map(tx::rely).ifPresent(influences::remove);
            return tx.repository(Opportunity.TYPE).save(deal.with(Opportunity.SOURCED_BY, partner));
        });
    }

    /** Marks a deal as sourced by no partner. */
    public Opportunity clearSource(Opportunity deal) {
        return session.repository(Opportunity.TYPE).save(deal.without(Opportunity.SOURCED_BY));
    }

    /**
     * Records that a partner influenced a deal. A second call updates the influence that is there.
     *
     * @param how the partner's contribution, or null if not known
     * @throws InvalidException if the account isn't a partner today, or has brought the deal
     */
    public PartnerInfluence addInfluence(Opportunity deal, Id<Account> partner, @Nullable String how) {
        return session.inTransaction(tx -> {
            requirePartner(tx, partner, PartnerInfluence.TYPE.name(), PartnerInfluence.PARTNER.name());
            Opportunity stored = tx.rely(tx.repository(Opportunity.TYPE).get(deal.id()));
            if (partner.equals(stored.get(Opportunity.SOURCED_BY))) {
                throw InvalidException.of(
                        PartnerInfluence.TYPE.name(),
                        PartnerInfluence.PARTNER.name(),
                        "has brought the deal, which counts for more");
            }
            Repository<PartnerInfluence> influences = tx.repository(PartnerInfluence.TYPE);
            PartnerInfluence known = influences.getOrAdd(
                    PartnerInfluence.of(deal.id(), partner).with(PartnerInfluence.DESCRIPTION, how));
            return influences.save(known.with(PartnerInfluence.DESCRIPTION, how));
        });
    }

    /** Returns the influences of partners on deals, for queries and for removal. */
    public Repository<PartnerInfluence> influences() {
        return session.repository(PartnerInfluence.TYPE);
    }

    /** Finds the influences of partners on a deal. */
    public List<PartnerInfluence> findInfluences(Id<Opportunity> deal) {
        try (Stream<PartnerInfluence> found = influences().query(PartnerInfluence.OPPORTUNITY.is(deal)).stream()) {
            return found.toList();
        }
    }

    /**
     * Computes the won revenue of a period by partner, each deal at the rate of the day on which it was closed: later
     * rates change nothing.
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

    /** Requires an account to be a partner today. */
    static Partner requirePartner(CrmSession session, Id<Account> account, String type, String field) {
        return new Partners(session)
                .findByAccount(account)
                .filter(partner -> partner.isPartnerOn(today(session)))
                .orElseThrow(() -> InvalidException.of(type, field, "must be an account that is a partner today"));
    }

    /** Returns the day of a session's clock, in its zone. */
    static LocalDate today(CrmSession session) {
        return LocalDate.ofInstant(session.now(), session.clock().getZone());
    }

    /** Returns the deals that partners registered. */
    public DealRegistrations dealRegistrations() {
        return new DealRegistrations(session);
    }
}
