package dev.clientele.b2b.coverage.handover;

/**
 * How many records have passed on.
 *
 * @param accounts accounts
 * @param deals deals
 * @param contacts contacts
 * @param leads leads
 * @param partners partners
 * @param memberships places in teams, those that ended among them
 * @param tasks tasks, those about other records that have passed on among them
 */
public record HandoverCounts(
        long accounts, long deals, long contacts, long leads, long partners, long memberships, long tasks) {

    /** None. */
    public static final HandoverCounts NONE = new HandoverCounts(0, 0, 0, 0, 0, 0, 0);

    /** So many records of a kind, with so many tasks about them. */
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

    /** Both together. */
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

    /** All together. */
    public long total() {
        return accounts + deals + contacts + leads + partners + memberships + tasks;
    }
}
