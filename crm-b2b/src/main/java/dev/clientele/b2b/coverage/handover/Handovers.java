package dev.clientele.b2b.coverage.handover;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.CreditRule;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import java.util.List;

/**
 * Transfers accounts, deals, leads and tasks from one sales representative to another. Thread-safe unless the session
 * is that of a transaction.
 *
 * <p>An open task of the one passes on with what it is about; a closed one stays attributed, and so does a task of a
 * third. Credit for open deals goes by a {@link CreditRule} and totals 100 percent before and after; closed deals stay
 * with their owner. All of it is saved as any change is: validated, recorded in the change log, told to listeners.
 */
public final class Handovers extends ForwardingRepository<Handover> {

    /** The number of records transferred in one transaction, with their tasks, if none is given. */
    public static final int DEFAULT_BATCH_SIZE = 100;

    private static final int MAX_BATCH_SIZE = 1000;

    private final CrmSession session;

    /** Opens the handovers of a session. */
    public Handovers(CrmSession session) {
        super(session.repository(Handover.TYPE));
        this.session = session;
    }

    /**
     * Transfers a deal, with its owner's open tasks about it.
     *
     * @throws InvalidException if the other is retired
     */
    public Opportunity transferDeal(Opportunity deal, SalesRep to, CreditRule rule) {
        return session.inTransaction(tx -> {
            requireActive(tx, to.id());
            Opportunity stored = tx.repository(Opportunity.TYPE).getForUpdate(deal);
            Id<SalesRep> from = stored.get(Opportunity.OWNER);
            if (from == null) {
                return tx.repository(Opportunity.TYPE).save(stored.with(Opportunity.OWNER, to.id()));
            } else if (from.equals(to.id())) {
                return stored;
            }
            new OwnershipTransfer(tx, from, to.id(), rule).deals(List.of(stored));
            return tx.repository(Opportunity.TYPE).get(deal.id());
        });
    }

    /**
     * Transfers an account, with its owner's open tasks about it and open deals with it, all in one transaction.
     *
     * @throws InvalidException if the other is retired
     */
    public Account transferAccount(Account account, SalesRep to, CreditRule rule) {
        return session.inTransaction(tx -> {
            requireActive(tx, to.id());
            Account stored = tx.repository(Account.TYPE).getForUpdate(account);
            Id<SalesRep> from = stored.get(Account.OWNER);
            if (from == null) {
                return tx.repository(Account.TYPE).save(stored.with(Account.OWNER, to.id()));
            } else if (from.equals(to.id())) {
                return stored;
            }
            OwnershipTransfer passing = new OwnershipTransfer(tx, from, to.id(), rule);
            passing.deals(passing.dealsWith(stored));
            passing.accounts(List.of(stored));
            return tx.repository(Account.TYPE).get(account.id());
        });
    }

    /**
     * Runs or resumes a handover until it is finished, {@link #DEFAULT_BATCH_SIZE} records in each transaction; a
     * finished one stays as it is.
     *
     * @return the finished handover, with the counts of records transferred and skipped
     * @throws InvalidException if the other is retired
     */
    public Handover run(Handover handover) {
        Handover running = begin(handover);
        while (!running.isFinished()) {
            running = runBatch(running, DEFAULT_BATCH_SIZE);
        }
        return running;
    }

    /** Stores a new handover, of which nothing is transferred yet; returns one that is stored already as it is now. */
    public Handover begin(Handover handover) {
        return session.inTransaction(tx -> {
            requireActive(tx, handover.to());
            return handover.isNew()
                    ? tx.repository(Handover.TYPE).add(handover)
                    : tx.repository(Handover.TYPE).get(handover.id());
        });
    }

    /**
     * Transfers the next records of a stored handover in one transaction: all of them or none. For hosts that run long
     * work themselves; {@link #run} repeats it until the handover is finished. Calls at the same time take turns.
     *
     * @param atMost how many, 1 to 1000; open tasks about them come on top
     */
    public Handover runBatch(Handover begun, int atMost) {
        if (atMost < 1 || atMost > MAX_BATCH_SIZE) {
            throw new IllegalArgumentException("atMost must be 1 to " + MAX_BATCH_SIZE + ", got " + atMost);
        }
        return session.inTransaction(tx -> {
            Handovers handovers = new Handovers(tx);
            // of two who go on with it at once the second waits
            Handover current = handovers.getForUpdate(begun.id());
            if (current.isFinished()) {
                return current;
            }
            OwnershipTransfer passing = new OwnershipTransfer(tx, current.from(), current.to(), current.creditRule());
            for (HandoverScope scope : current.scopes()) {
                HandoverCounts passed = passing.transfer(scope, atMost);
                if (passed.total() > 0) {
                    return handovers.save(current.plus(passed));
                }
            }
            long left =
                    current.scopes().stream().mapToLong(passing::countRemaining).sum();
            return handovers.save(current.finished(tx.now(), left));
        });
    }

    private static void requireActive(CrmSession tx, Id<SalesRep> to) {
        SalesRep heir = tx.rely(tx.repository(SalesRep.TYPE).get(to));
        if (heir.getOrDefault(SalesRep.RETIRED, false)) {
            throw InvalidException.of(Handover.TYPE.name(), Handover.TO.name(), "must not be retired");
        }
    }
}
