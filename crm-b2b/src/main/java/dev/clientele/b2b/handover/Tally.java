package dev.clientele.b2b.handover;

/**
 * How many records have passed on.
 *
 * @param accounts accounts
 * @param deals deals
 * @param leads leads
 * @param tasks tasks
 * @param memberships places in teams, those that ended among them
 */
public record Tally(long accounts, long deals, long leads, long tasks, long memberships) {

    /** None. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** Both together. */
    public Tally plus(Tally more) {
        return new Tally(
                accounts + more.accounts,
                deals + more.deals,
                leads + more.leads,
                tasks + more.tasks,
                memberships + more.memberships);
    }

    /** All together. */
    public long total() {
        return accounts + deals + leads + tasks + memberships;
    }
}
