package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.CorruptException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * The state of one person's purchases: a {@link PurchaseHistory} per currency, kept up to date with the log of purchases in
 * the same transaction. Its id is the person's. Immutable and thread-safe.
 *
 * <p>It is derived: the log could give it again ({@link Purchases#rebuild}), so its changes aren't recorded. Scoring reads
 * ledgers instead of the log: one short record per person. It grows with the days on which something happened, by some 5
 * characters each, never with the number of purchases: 1,000 purchases on as many days take 5 kB, 100,000 within ten years
 * take 25 kB.
 *
 * <p>A record that stands for many, such as the guest of all tills, has a {@linkplain Purchases#share shared} ledger: one that is
 * never written, so that nobody waits for it, and holds no days.
 */
public final class PurchaseLedger extends Entity<PurchaseLedger> {

    /** The most days, over all currencies; a ledger that would have more becomes a shared one. More than 50 years of daily purchases. */
    static final int MAX_DAYS = 20_000;

    /** The most characters that the days can take: 28 bytes each in the worst case, in base 64. */
    static final int MAX_TEXT = 800_000;

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
    /** True for the ledger of a record that stands for many; it has none of the figures then. */
    public static final FlagField<PurchaseLedger> SHARED = DECLARE.flag("shared");
    /**
     * Ids of the identities for which it is shared, if they aren't the person's own alone: a guest that was merged into a person goes
     * on to stand for many, and does so by itself again once that is undone.
     */
    public static final TextSetField<PurchaseLedger> SHARED_FOR = DECLARE.textSet("shared_for", 36);
    /** The number of purchases that refunds wait for; missing if there are none. */
    public static final OrderedField<PurchaseLedger, Long> AWAITED = DECLARE.integer("awaited");

    static final BodyField<PurchaseLedger, String> DAYS = DECLARE.longText("days", MAX_TEXT);

    /** The declaration. */
    public static final EntityType<PurchaseLedger> TYPE =
            DECLARE.derived().upcast(ListedDays::toText).sinceOwnChains().build();

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

    /** Returns the ledger without anything that purchases led to. */
    PurchaseLedger blank() {
        return without(CURRENCIES)
                .without(PURCHASES)
                .without(FIRST_DAY)
                .without(LAST_DAY)
                .without(SPENT)
                .without(AWAITED)
                .without(DAYS);
    }

    PurchaseLedger asShared() {
        return blank().with(SHARED, true);
    }

    /** Returns the ledger shared for these identities, or not shared if there are none. */
    PurchaseLedger sharedFor(Set<UUID> identities) {
        Set<String> texts = identities.stream().map(UUID::toString).collect(Collectors.toSet());
        PurchaseLedger ledger = identities.isEmpty() ? without(SHARED) : asShared();
        return identities.isEmpty() || identities.equals(Set.of(id().value()))
                ? ledger.without(SHARED_FOR)
                : ledger.with(SHARED_FOR, texts);
    }

    /** Returns the identities for which it is shared. */
    Set<UUID> sharedFor() {
        if (!isShared()) {
            return Set.of();
        }
        return find(SHARED_FOR)
                .map(texts -> texts.stream().map(UUID::fromString).collect(Collectors.toUnmodifiableSet()))
                .orElseGet(() -> Set.of(id().value()));
    }

    /** Returns whether it is the one ledger of its person: not what a merge by an earlier version has left of the absorbed one. */
    boolean isOwn() {
        return id().equals(idOf(person()));
    }

    /** Returns the person whose purchases these are. */
    public Id<Person> person() {
        return require(PERSON);
    }

    /** Returns the place whose days these are. */
    public ZoneId zone() {
        return require(ZONE);
    }

    /** Returns whether this is the ledger of a record that stands for many; see {@link Purchases#share}. */
    public boolean isShared() {
        return getOrDefault(SHARED, false);
    }

    long awaited() {
        return getOrDefault(AWAITED, 0L);
    }

    /**
     * Returns the history in one currency; refunds whose purchase hasn't arrived yet count on their own day. Empty for a shared
     * ledger as it is stored: {@link Purchases#history} reads the log for it.
     *
     * @throws CorruptException if what is stored can't be read
     */
    public Optional<PurchaseHistory> history(CurrencyUnit currency) {
        return find(DAYS).flatMap(text -> readable(() -> HistoryText.read(text, currency)));
    }

    /** Returns the histories by currency code. */
    Map<String, PurchaseHistory> histories() {
        String text = getOrDefault(DAYS, "");
        return readable(() -> HistoryText.readAll(text));
    }

    private static <R> R readable(Supplier<R> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw new CorruptException("the days of a stored purchase ledger can't be read", e);
        }
    }

    /** Returns the currencies in which something was bought or refunded, by code. */
    public List<CurrencyUnit> currencies() {
        return getOrDefault(CURRENCIES, Set.of()).stream()
                .sorted()
                .map(CurrencyUnit::of)
                .toList();
    }
}
