package dev.clientele.b2b.coverage.handover;

/**
 * The counts of transferred records by kind.
 *
 * @param accounts accounts
 * @param deals deals
 * @param contacts contacts
 * @param leads leads
 * @param partners partners
 * @param memberships team memberships, those that ended among them
 * @param tasks tasks, those about other transferred records among them
 */
public record HandoverCounts(
        long accounts, long deals, long contacts, long leads, long partners, long memberships, long tasks) {

    /** The counts before anything was transferred. */
    public static final HandoverCounts NONE = new HandoverCounts(0, 0, 0, 0, 0, 0, 0);

    /** Returns the counts of so many records of a kind, with so many tasks about them. */
    static HandoverCounts of(HandoverKind kind, long count, long tasks) {
        return switch (kind) {
            case ACCOUNTS, ACCOUNTS_WITH_DEALS -> new HandoverCounts(count, 0, 0, 0, 0, 0, tasks);
            case DEALS -> new HandoverCounts(0, count, 0, 0, 0, 0, tasks);
            case CONTACTS -> new HandoverCounts(0, 0, count, 0, 0, 0, tasks);
            case LEADS -> new HandoverCounts(0, 0, 0, count, 0, 0, tasks);
            case PARTNERS -> new HandoverCounts(0, 0, 0, 0, count, 0, tasks);
            case MEMBERSHIPS -> new HandoverCounts(0, 0, 0, 0, 0, count, tasks);
            case TASKS -> new HandoverCounts(0, 0, 0, 0, 0, 0, count + tasks);
        };
    }

    /** Returns these counts with others added. */
    public HandoverCounts plus(HandoverCounts more) {
        return new HandoverCounts(
                accounts + more.accounts,
                deals + more.deals,
                contacts + more.contacts,
                leads + more.leads,
                partners + more.partners,
                memberships + more.memberships,
                tasks + more.tasks);
    }

    /** Returns the number of all records. */
    public long total() {
        return accounts + deals + contacts + leads + partners + memberships + tasks;
    }
}
