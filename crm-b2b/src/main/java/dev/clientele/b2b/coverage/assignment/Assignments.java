package dev.clientele.b2b.coverage.assignment;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Selection;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Assigns leads, accounts and deals to sales representatives by stored rules. Thread-safe unless the session is that of
 * a transaction.
 *
 * <p>Decision and storing are one transaction that also saves whose turn it is next: sessions that assign at the same
 * time take turns, and nobody's turn is taken twice or left out. Rules and loads are those that the actor may see; give
 * the work to an actor who sees all.
 */
public final class Assignments {

    private static final int BATCH_SIZE = 100;

    private final CrmSession session;

    /** Opens the assignments of a session. */
    public Assignments(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** Returns the rules. */
    public AssignmentRules rules() {
        return new AssignmentRules(session);
    }

    /** Assigns a lead by the rules, whoever owns it; it stays as it is if no rule fits. */
    public AssignmentResult<Lead> assign(Lead lead) {
        return assign(AssignableType.LEADS, lead);
    }

    /** Assigns an account by the rules, whoever owns it; it stays as it is if no rule fits. */
    public AssignmentResult<Account> assign(Account account) {
        return assign(AssignableType.ACCOUNTS, account);
    }

    /** Assigns a deal by the rules, whoever owns it; it stays as it is if no rule fits. */
    public AssignmentResult<Opportunity> assign(Opportunity deal) {
        return assign(AssignableType.DEALS, deal);
    }

    private <T extends Entity<T>> AssignmentResult<T> assign(AssignableType<T> target, T record) {
        return session.inTransaction(
                tx -> new AssignmentRun<>(tx, target).assign(List.of(record)).get(0));
    }

    /** Decides on the owner of a lead now. Changes nothing. */
    public Assignment preview(Lead lead) {
        return preview(AssignableType.LEADS, lead);
    }

    /** Decides on the owner of an account now. Changes nothing. */
    public Assignment preview(Account account) {
        return preview(AssignableType.ACCOUNTS, account);
    }

    /** Decides on the owner of a deal now. Changes nothing. */
    public Assignment preview(Opportunity deal) {
        return preview(AssignableType.DEALS, deal);
    }

    private <T extends Entity<T>> Assignment preview(AssignableType<T> target, T record) {
        return session.inSnapshot(snapshot ->
                new AssignmentRun<>(snapshot, target).decide(List.of(record)).get(0));
    }

    /** Reports what {@link #run} would assign now. Changes nothing. */
    public AssignmentReport dryRun(AssignmentTarget target, Criteria which) {
        return dryRun(AssignableType.of(target), which);
    }

    private <T extends Entity<T>> AssignmentReport dryRun(AssignableType<T> target, Criteria which) {
        return session.inSnapshot(snapshot -> {
            AssignmentRun<T> round = new AssignmentRun<>(snapshot, target);
            AssignmentReport report = AssignmentReport.EMPTY;
            Optional<String> next = Optional.of("");
            while (next.isPresent()) {
                Page<T> page = page(snapshot, target, which, next.get());
                report = report.plus(round.decide(page.items()));
                next = page.next();
            }
            return report;
        });
    }

    /**
     * Assigns all records without an owner that meet a criteria: leads that are neither converted nor disqualified,
     * accounts, open deals. Runs in bounded transactions; an interrupted run has done a part, and a new one does the
     * rest.
     */
    public AssignmentReport run(AssignmentTarget target, Criteria which) {
        return run(AssignableType.of(target), which);
    }

    private <T extends Entity<T>> AssignmentReport run(AssignableType<T> target, Criteria which) {
        AssignmentReport report = AssignmentReport.EMPTY;
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            String token = next.get();
            AssignmentBatch step = session.inTransaction(tx -> {
                Page<T> page = page(tx, target, which, token);
                List<AssignmentResult<T>> assigned = new AssignmentRun<>(tx, target).assign(page.items());
                return new AssignmentBatch(
                        assigned.stream().map(AssignmentResult::assignment).toList(), page.next());
            });
            report = report.plus(step.assignments());
            next = step.next();
        }
        return report;
    }

    private record AssignmentBatch(List<Assignment> assignments, Optional<String> next) {}

    private static <T extends Entity<T>> Page<T> page(
            CrmSession session, AssignableType<T> target, Criteria which, String token) {
        Selection<T> nobodys = session.repository(target.type())
                .query(target.owner().isMissing().and(target.load()).and(which));
        return token.isEmpty() ? nobodys.page(BATCH_SIZE) : nobodys.page(BATCH_SIZE, token);
    }
}
