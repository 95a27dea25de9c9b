package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/**
 * The state of one person's purchases: a {@link PurchaseHistory} per currency, kept up to date with the log of purchases in
 * the same transaction. Its id is the person's. Immutable and thread-safe.
 *
 * <p>It is derived: the log could give it again ({@link Purchases#rebuild}), so its changes aren't recorded. Scoring reads
 * ledgers instead of the log: one short record per person.
 */
public final class PurchaseLedger extends Entity<PurchaseLedger> {

    private static final int MAX_CURRENCIES = 200;
    private static final int MAX_PENDING = 100_000;

    private static final EntityTypeBuilder<PurchaseLedger> DECLARE =
            EntityType.define("purchase_ledger", PurchaseLedger::new);

    /** The person whose purchases these are. */
    public static final ReferenceField<PurchaseLedger, Person> PERSON =
            DECLARE.reference("person", Person.TYPE.name(), Trait.REQUIRED, Trait.INDEXED);
    /** The place whose days these are. */
    public static final CodedField<PurchaseLedger, ZoneId> ZONE =
            DECLARE.coded("zone", ZoneId::getId, ZoneId::of, Trait.REQUIRED);
    /** ISO codes of the currencies in which something was bought or refunded. */
    public static final TextSetField<PurchaseLedger> CURRENCIES = DECLARE.textSet("currencies", 3);
    /** The number of purchases, refunds not counted. */
    public static final OrderedField<PurchaseLedger, Long> PURCHASES = DECLARE.integer("purchases");
    /** The day of the first purchase; missing if there were only refunds. */
    public static final OrderedField<PurchaseLedger, LocalDate> FIRST_DAY = DECLARE.date("first_day");
    /** The day of the last purchase; missing if there were only refunds. */
    public static final OrderedField<PurchaseLedger, LocalDate> LAST_DAY = DECLARE.date("last_day");
    /** The spend, refunds taken off; missing if there was more than one currency. */
    public static final MoneyField<PurchaseLedger> SPENT = DECLARE.money("spent");

    static final BodyField<PurchaseLedger, List<CurrencyDays>> DAYS =
            DECLARE.list("days", CurrencyDays.class, MAX_CURRENCIES);
    static final BodyField<PurchaseLedger, List<PendingRefund>> PENDING =
            DECLARE.list("pending_refunds", PendingRefund.class, MAX_PENDING);

    /** The declaration. */
    public static final EntityType<PurchaseLedger> TYPE = DECLARE.derived().build();

    private PurchaseLedger(EntityState<PurchaseLedger> state) {
        super(state);
    }

    /** Creates the ledger of a person who has bought nothing yet. */
    static PurchaseLedger empty(Id<Person> person, ZoneId zone) {
        return TYPE.newEntity().withId(idOf(person)).with(PERSON, person).with(ZONE, zone);
    }

    /** Returns the id of a person's ledger. */
    static Id<PurchaseLedger> idOf(Id<Person> person) {
        UUID same = person.value();
        return Id.of(same);
    }

    /** Returns the person whose purchases these are. */
    public Id<Person> person() {
        return require(PERSON);
    }

    /** Returns the place whose days these are. */
    public ZoneId zone() {
        return require(ZONE);
    }

    /** Returns the history in one currency; refunds whose purchase hasn't arrived yet count on their own day. */
    public Optional<PurchaseHistory> history(CurrencyUnit currency) {
        return LedgerEntries.of(this).history(currency);
    }

    /** Returns the currencies in which something was bought or refunded, by code. */
    public List<CurrencyUnit> currencies() {
        return LedgerEntries.of(this).currencies();
    }
}
