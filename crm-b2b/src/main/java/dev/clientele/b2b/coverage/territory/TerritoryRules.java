package dev.clientele.b2b.coverage.territory;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The territory rules of the session's tenant, and the placing of accounts by them. Thread-safe unless the session is
 * that of a transaction.
 *
 * <p>When rules have changed, {@link #dryRun} says what would move and {@link #run} moves it. An account that somebody
 * has put where it is ({@link Account#TERRITORY_PINNED}) stays there, and so does one that no rule is met by in a
 * territory that has no rule. The open deals with an account that count for the territory that it leaves go with it;
 * closed deals count for what they counted for.
 */
public final class TerritoryRules extends ForwardingRepository<TerritoryRule> {

    private static final int BATCH_SIZE = 200;

    private final CrmSession session;

    /** Opens the territory rules of a session. */
    public TerritoryRules(CrmSession session) {
        super(session.repository(TerritoryRule.TYPE));
        this.session = session;
    }

    @Override
    protected void requireStorable(Collection<TerritoryRule> rules) {
        rules.forEach(this::requireFit);
    }

    private void requireFit(TerritoryRule rule) {
        rule.find(TerritoryRule.CRITERIA)
                .ifPresent(criteria -> criteria.requireValidFor(
                        session.repository(Account.TYPE).type(),
                        TerritoryRule.TYPE.name(),
                        TerritoryRule.CRITERIA.name()));
    }

    /** Finds the rule of a territory. */
    public Optional<TerritoryRule> findByTerritory(Territory territory) {
        return query(TerritoryRule.TERRITORY.is(territory.id())).first();
    }

    /** Returns all territories and rules as they are now. */
    public TerritoryPlan plan() {
        return session.inSnapshot(snapshot -> TerritoryPlan.of(
                all(snapshot.repository(Territory.TYPE)), all(snapshot.repository(TerritoryRule.TYPE))));
    }

    /** Returns the plan for moves of this transaction: whoever changes a rule meanwhile has it run again. */
    private static TerritoryPlan planReliedOn(CrmSession tx) {
        List<TerritoryRule> rules = all(tx.repository(TerritoryRule.TYPE));
        rules.forEach(tx::rely);
        return TerritoryPlan.of(all(tx.repository(Territory.TYPE)), rules);
    }

    private static <T extends Entity<T>> List<T> all(Repository<T> records) {
        try (Stream<T> found = records.all().stream()) {
            return found.toList();
        }
    }

    /**
     * Moves an account to the territory by the rules, with its open deals; returns it as given if it lies there
     * already.
     */
    public Account place(Account account) {
        return session.inTransaction(tx -> {
            Account stored = tx.repository(Account.TYPE).getForUpdate(account);
            new TerritoryMover(tx, planReliedOn(tx)).move(List.of(stored));
            return tx.repository(Account.TYPE).get(account.id());
        });
    }

    /** Pins an account to a territory: rules leave it there until {@link #release}. Its deals stay as they are. */
    public Account pin(Account account, Territory territory) {
        return session.repository(Account.TYPE)
                .save(account.with(Account.TERRITORY, territory.id()).with(Account.TERRITORY_PINNED, true));
    }

    /** Releases a pinned account to the rules. */
    public Account release(Account account) {
        return session.repository(Account.TYPE).save(account.without(Account.TERRITORY_PINNED));
    }

    /** Reports what {@link #run} would move now. Changes nothing. */
    public TerritoryReport dryRun(Criteria accounts) {
        TerritoryPlan plan = plan();
        return session.inSnapshot(snapshot -> {
            TerritoryReport report = TerritoryReport.EMPTY;
            Optional<Page<Account>> page = Optional.of(page(snapshot, accounts, null));
            while (page.isPresent()) {
                TerritoryMover moving = new TerritoryMover(snapshot, plan);
                List<Account> looked = page.get().items();
                List<TerritoryMove> moves = moving.moves(looked);
                report = report.plus(looked.size(), moves, moving.countDeals(moves));
                page = page.get().next().map(next -> page(snapshot, accounts, next));
            }
            return report;
        });
    }

    /**
     * Moves the accounts that meet a criteria to their territories, in bounded transactions, each by the rules as they are stored
     * then. An interrupted run has done a part, and a new one does the rest.
     */
    public TerritoryReport run(Criteria accounts) {
        TerritoryReport report = TerritoryReport.EMPTY;
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            String token = next.get();
            TerritoryRunBatch step = session.inTransaction(tx -> {
                Page<Account> page = page(tx, accounts, token.isEmpty() ? null : token);
                TerritoryMover moving = new TerritoryMover(tx, planReliedOn(tx));
                TerritoryMover.AppliedMoves moved = moving.move(page.items());
                return new TerritoryRunBatch(page.items().size(), moved, page.next());
            });
            report = report.plus(
                    step.looked(), step.moved().moves(), step.moved().deals());
            next = step.next();
        }
        return report;
    }

    private record TerritoryRunBatch(int looked, TerritoryMover.AppliedMoves moved, Optional<String> next) {}

    private static Page<Account> page(CrmSession session, Criteria accounts, @Nullable String next) {
        var selection = session.repository(Account.TYPE).query(accounts);
        return next == null ? selection.page(BATCH_SIZE) : selection.page(BATCH_SIZE, next);
    }
}
