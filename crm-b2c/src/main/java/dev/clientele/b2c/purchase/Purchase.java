package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventState;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.EventTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;

/**
 * A purchase by a person, or a refund of one: an order, a receipt, a line of one, as the host counts. Immutable and
 * thread-safe.
 *
 * <p>Source and order id make it idempotent: recording it again does nothing. A refund is an event of its own with an id of
 * its own, and may name the purchase that it refunds; it may arrive before that purchase does.
 *
 * <pre>{@code
 * Purchase.of("shop", "order-1001", person.id(), Money.of(GBP, 45), when).with(Purchase.STORE, "Leeds 2");
 * Purchase.refund("shop", "refund-77", person.id(), Money.of(GBP, 45), later).withOriginal("shop", "order-1001");
 * }</pre>
 */
public final class Purchase extends Event<Purchase> {

    private static final EventTypeBuilder<Purchase> DECLARE = EventType.define("purchase", Purchase::new);

    /** Purchase or refund. */
    public static final CodedField<Purchase, PurchaseKind> KIND =
            DECLARE.choice("kind", PurchaseKind.class, Trait.REQUIRED);
    /** The amount paid, or paid back: 0 or more either way. */
    public static final MoneyField<Purchase> AMOUNT = DECLARE.money("amount", Trait.REQUIRED);
    /** The number of different things, the lines of a receipt. */
    public static final OrderedField<Purchase, Long> LINES = DECLARE.integer("lines");
    /** The number of things in all. */
    public static final OrderedField<Purchase, Long> QUANTITY = DECLARE.integer("quantity");
    /** In which store. */
    public static final TextField<Purchase> STORE = DECLARE.key("store", 80);
    /** The way of selling, such as {@code web}. */
    public static final TextField<Purchase> CHANNEL = DECLARE.key("channel", 40);
    /** The {@link #key} of the purchase that it refunds. */
    public static final TextField<Purchase> ORIGINAL = DECLARE.key("original", 265);

    /** The declaration. */
    public static final EventType<Purchase> TYPE = DECLARE.build();

    private Purchase(EventState<Purchase> state) {
        super(state);
    }

    /**
     * Creates a purchase.
     *
     * @param source the system it comes from, such as {@code shop}; 1 to 64 characters without colon
     * @param orderId its id there, 1 to 200 characters
     * @param person who bought
     * @param amount 0 or more
     * @param occurredAt when
     */
    public static Purchase of(String source, String orderId, Id<Person> person, Money amount, Instant occurredAt) {
        return of(PurchaseKind.PURCHASE, source, orderId, person, amount, occurredAt);
    }

    /** Creates a purchase of a person who is stored, as {@link #of(String, String, Id, Money, Instant)}. */
    public static Purchase of(String source, String orderId, Person person, Money amount, Instant occurredAt) {
        return of(source, orderId, person.id(), amount, occurredAt);
    }

    /**
     * Creates a refund.
     *
     * @param source the system it comes from
     * @param refundId the refund's own id there, different from any order's
     * @param person who gets the money back
     * @param amount what is paid back, 0 or more
     * @param occurredAt when
     */
    public static Purchase refund(String source, String refundId, Id<Person> person, Money amount, Instant occurredAt) {
        return of(PurchaseKind.REFUND, source, refundId, person, amount, occurredAt);
    }

    private static Purchase of(
            PurchaseKind kind, String source, String id, Id<Person> person, Money amount, Instant occurredAt) {
        return TYPE.newEvent(occurredAt, person)
                .with(KIND, kind)
                .with(AMOUNT, notNegative(amount))
                .withExternalId(source, id);
    }

    /**
     * Returns this refund with the purchase that it refunds.
     *
     * @throws IllegalStateException if this is no refund
     */
    public Purchase withOriginal(String source, String orderId) {
        if (!isRefund()) {
            throw new IllegalStateException("only a refund has an original purchase");
        }
        return with(ORIGINAL, withExternalId(source, orderId).key());
    }

    /** Returns whether money went back. */
    public boolean isRefund() {
        return kind() == PurchaseKind.REFUND;
    }

    /** Returns the kind: purchase or refund. */
    public PurchaseKind kind() {
        return require(KIND);
    }

    /** Returns the amount paid, or paid back. */
    public Money amount() {
        return require(AMOUNT);
    }

    /** Returns the key of the purchase that a refund refunds, if known. */
    public Optional<String> original() {
        return find(ORIGINAL);
    }

    /** Returns the person who bought. */
    public Id<Person> person() {
        return Id.of(subject());
    }

    private UUID subject() {
        if (subjects().size() != 1) {
            throw new InvalidValueException(
                    "",
                    ViolationCode.FORM,
                    "a purchase is about one person, this is about "
                            + subjects().size());
        }
        return subjects().iterator().next();
    }

    /** Checks what the field types can't. */
    void requireValid() {
        subject();
        MinorUnits.of(notNegative(amount()));
        if (key().isEmpty()) {
            throw new InvalidValueException(
                    "", ViolationCode.REQUIRED, "a purchase must have a source and an id there");
        }
        if (!isRefund() && original().isPresent()) {
            throw new InvalidValueException("", ViolationCode.FORM, "only a refund has an original purchase");
        }
    }

    private static Money notNegative(Money amount) {
        if (amount.isNegative()) {
            throw new InvalidValueException(
                    "amount", ViolationCode.RANGE, "must not be negative: record a refund instead");
        }
        return amount;
    }
}
