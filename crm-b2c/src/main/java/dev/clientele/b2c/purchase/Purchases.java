package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Persons;
import dev.clientele.core.CrmSession;
import dev.clientele.core.MergeFollower;
import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.EventLog.EventSelection;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.criteria.Criteria;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.CurrencyUnit;

/**
 * The purchases of the persons of the session's tenant. Thread-safe unless it comes from within a transaction.
 *
 * <p>Recording puts purchases into their log and, in the same transaction, each newly logged one exactly once into the {@link
 * PurchaseLedger} of the person. Batches that touch the same person at the same time are run again until both are in, the
 * second time with the ledgers locked where the database has locks. In whatever order and batches purchases and refunds come,
 * the ledgers end up the same.
 *
 * <p>A purchase keeps the id that it was recorded under: that of a person, of one who was merged away since, or of a record that is an
 * identity of a person. It is the purchase of whom that id leads to ({@link MergedIds}), so a merge, its undo and a {@linkplain
 * #followIdentities move} of a record take purchases along. A record that stands for many, which all tills sell to at once, is best {@linkplain #share
 * shared}.
 */
public final class Purchases {

    private final CrmSession session;

    /** Opens the purchases of a session; users of the library take {@code B2c.in(session).purchases()}. */
    public Purchases(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /**
     * Records a purchase or a refund.
     *
     * @return false if the log had one with its source and id already; nothing is changed then
     * @throws dev.clientele.core.error.InvalidException if the person isn't there
     */
    public boolean record(Purchase purchase) {
        return record(List.of(purchase)).isEmpty();
    }

    /**
     * Records purchases and refunds in one transaction: all of them or none. Fastest in batches of some hundreds to some
     * thousands.
     *
     * @return the keys of those that were left out because the log, or an earlier one of the batch, has the same
     * @throws dev.clientele.core.error.InvalidException if a person isn't there, or a value breaks rules
     * @throws IllegalArgumentException if one has no key, a negative amount or several subjects
     */
    public Set<String> record(Collection<Purchase> purchases) {
        purchases.forEach(Purchase::requireValid);
        AtomicInteger attempts = new AtomicInteger();
        return session.inTransaction(tx -> {
            ZoneId zone = new Purchases(tx).policy().zone();
            boolean collided = attempts.getAndIncrement() > 0;
            return Set.copyOf(new PurchaseRecorder(tx, collided).record(purchases, zone));
        });
    }

    /**
     * Returns the policy by which purchases are read; until one was adopted the standard one with the days of the tenant's place, {@link
     * CrmSession#zone}, so that a deal won and a purchase of one moment fall on one day.
     */
    public PurchasePolicy policy() {
        return settings()
                .find(PurchaseSettings.singletonId())
                .map(PurchaseSettings::policy)
                .orElseGet(() -> PurchasePolicy.standard().withZone(session.zone()));
    }

    /**
     * Reads purchases in another way from now on. The rule holds at once; ledgers that exist keep their zone until {@link
     * #rebuild()}.
     */
    public void setPolicy(PurchasePolicy policy) {
        session.runInTransaction(tx -> {
            Repository<PurchaseSettings> inside = tx.repository(PurchaseSettings.TYPE);
            inside.find(PurchaseSettings.singletonId())
                    .ifPresentOrElse(
                            stored -> inside.save(stored.with(policy)),
                            () -> inside.add(PurchaseSettings.create().with(policy)));
        });
    }

    private Repository<PurchaseSettings> settings() {
        return session.repository(PurchaseSettings.TYPE);
    }

    /** Returns the purchases and refunds of a person, whichever of the person's identities is named and they were logged under, newest first. */
    public EventSelection<Purchase> byPerson(Id<Person> person) {
        return log().forSubjects(new MergedIds(session).identities(new Persons(session).currentId(person)));
    }

    /** Returns all purchases and refunds, newest first. */
    public EventSelection<Purchase> all() {
        return log().all();
    }

    /** Finds the purchase or refund with this source and id, if it was recorded; arguments as {@link Purchase#of}. */
    public Optional<Purchase> find(String source, String orderId) {
        return all().and(Criteria.equal(LogType.KEY, source + ":" + orderId)).page(1).items().stream()
                .findFirst();
    }

    private EventLog<Purchase> log() {
        return session.eventLog(Purchase.TYPE);
    }

    /**
     * Declares that a person's record stands for many, such as the guest of all tills: from now on its purchases are logged and
     * its ledger is left alone, so that any number of them are recorded side by side. It takes no part in scoring or in
     * queries over ledgers; {@link #ledger} and {@link #history} read the log for it. Does nothing if it is so already.
     *
     * @throws dev.clientele.core.error.InvalidException if the person isn't there
     */
    public void share(Id<Person> person) {
        new SharedLedgers(session).share(person);
    }

    /** Takes {@link #share} back, and computes the person's ledger from the log; does nothing if it wasn't shared. */
    public void unshare(Id<Person> person) {
        new SharedLedgers(session).unshare(person);
    }

    /** Returns the ledgers: the state of each person's purchases. */
    public Repository<PurchaseLedger> ledgers() {
        return session.repository(PurchaseLedger.TYPE);
    }

    /**
     * Returns the state of a person's purchases; empty if nothing was bought or refunded yet. A {@linkplain #share shared} one is
     * computed from the log, which takes time in proportion to it.
     */
    public Optional<PurchaseLedger> ledger(Id<Person> person) {
        return ledgers()
                .find(PurchaseLedger.idOf(person))
                .or(() -> ledgers().find(PurchaseLedger.idOf(new Persons(session).currentId(person))))
                .map(ledger -> ledger.isShared() ? new SharedLedgers(session).read(ledger) : ledger);
    }

    /** Returns a person's purchases by day in one currency, as {@link #ledger} does; empty if there are none in it. */
    public Optional<PurchaseHistory> history(Id<Person> person, CurrencyUnit currency) {
        return ledger(person).flatMap(ledger -> ledger.history(currency));
    }

    /**
     * Computes a person's ledger anew from the log, by the policy's zone; of a merged one the survivor's. A {@linkplain #share shared} one stays as it is.
     *
     * @return false if it was so already
     */
    public boolean rebuild(Id<Person> person) {
        return new LedgerRebuilder(session).rebuild(person);
    }

    /**
     * Computes the ledgers of persons whose identities have changed, such as of two between whom a source record has moved, in one
     * transaction: to be called within that which moves it, after it has. Merges and their undos need no such call. A {@linkplain
     * #share shared} ledger stays shared for as long as the person has an identity that was shared.
     *
     * @param persons the persons before and after; ids of merged ones stand for their survivors
     * @return how many ledgers were different before; nothing is written for a person without purchases
     */
    public long followIdentities(Collection<Id<Person>> persons) {
        return session.inTransaction(tx -> new IdentityLedgers(tx).follow(persons));
    }

    /** Returns what keeps ledgers right when persons are merged, and when that is undone; {@code B2c.types()} has it. */
    public static MergeFollower<Person> mergeFollower() {
        return LedgerFollower.INSTANCE;
    }

    /**
     * Computes all ledgers anew from the log, person by person, each in a transaction of its own; purchases may go on being
     * recorded meanwhile.
     *
     * @return how many ledgers were different before
     */
    public long rebuild() {
        return new LedgerRebuilder(session).rebuildAll();
    }
}
