package dev.clientele.b2b.coverage.territory;

import com.google.common.collect.Maps;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.persistence.criteria.Measure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The moving of accounts to the territories of a plan, within a transaction. */
final class TerritoryMover {

    private final CrmSession tx;
    private final TerritoryPlan plan;

    TerritoryMover(CrmSession tx, TerritoryPlan plan) {
        this.tx = tx;
        this.plan = plan;
    }

    /**
     * The moves that were made.
     *
     * @param deals how many deals went along
     */
    record AppliedMoves(List<TerritoryMove> moves, int deals) {}

    /** Returns the moves that the accounts need. */
    List<TerritoryMove> moves(List<Account> accounts) {
        Instant now = tx.now();
        List<TerritoryMove> moves = new ArrayList<>();
        for (Account account : accounts) {
            Id<Territory> from = account.get(Account.TERRITORY);
            Id<Territory> to = plan.targetTerritory(account, now);
            if (!Objects.equals(from, to)) {
                moves.add(new TerritoryMove(account.id(), from, to));
            }
        }
        return moves;
    }

    /** Returns the open deals that move along, each as it is to be. */
    private List<Opportunity> deals(List<TerritoryMove> moves) {
        if (moves.isEmpty()) {
            return List.of();
        }
        Map<Id<Account>, TerritoryMove> byAccount = Maps.uniqueIndex(moves, TerritoryMove::account);
        List<Opportunity> deals = new ArrayList<>();
        try (Stream<Opportunity> open = tx
                .repository(Opportunity.TYPE)
                .query(Opportunity.ACCOUNT.in(byAccount.keySet()).and(Opportunity.KIND.is(StageKind.OPEN)))
                .stream()) {
            open.forEach(deal -> {
                TerritoryMove move = Objects.requireNonNull(byAccount.get(deal.require(Opportunity.ACCOUNT)));
                if (Objects.equals(deal.get(Opportunity.TERRITORY), move.from())) {
                    deals.add(deal.with(Opportunity.TERRITORY, move.to()));
                }
            });
        }
        return deals;
    }

    /** Counts the open deals that would move along, in the database. */
    long countDeals(List<TerritoryMove> moves) {
        if (moves.isEmpty()) {
            return 0;
        }
        Map<Id<Account>, TerritoryMove> byAccount = Maps.uniqueIndex(moves, TerritoryMove::account);
        return tx
                .repository(Opportunity.TYPE)
                .query(Opportunity.ACCOUNT.in(byAccount.keySet()).and(Opportunity.KIND.is(StageKind.OPEN)))
                .aggregate(List.of(Opportunity.ACCOUNT, Opportunity.TERRITORY), List.of(Measure.count()))
                .stream()
                .filter(group -> Objects.equals(
                        Opportunity.TERRITORY.valueOf(group.keys().get(1)),
                        Objects.requireNonNull(byAccount.get(
                                        Opportunity.ACCOUNT.valueOf(group.keys().get(0))))
                                .from()))
                .mapToLong(group -> group.count(0))
                .sum();
    }

    AppliedMoves move(List<Account> accounts) {
        List<TerritoryMove> moves = moves(accounts);
        if (moves.isEmpty()) {
            return new AppliedMoves(moves, 0);
        }
        Map<Id<Account>, Account> byId = Maps.uniqueIndex(accounts, Account::id);
        List<Account> moved = new ArrayList<>();
        for (TerritoryMove move : moves) {
            moved.add(Objects.requireNonNull(byId.get(move.account())).with(Account.TERRITORY, move.to()));
        }
        List<Opportunity> deals = deals(moves);
        tx.repository(Account.TYPE).saveAll(moved);
        if (!deals.isEmpty()) {
            tx.repository(Opportunity.TYPE).saveAll(deals);
        }
        return new AppliedMoves(moves, deals.size());
    }
}
