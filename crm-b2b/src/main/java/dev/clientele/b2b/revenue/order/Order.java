package dev.clientele.b2b.revenue.order;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventState;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.EventTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import java.time.Instant;
import java.util.Set;
import org.joda.money.Money;

/**
 * An account's order, or its return (a negative amount). {@link Event#withExternalId} names the system and the order's
 * number there, so that it counts once however often it is recorded. Immutable and thread-safe.
 */
public final class Order extends Event<Order> {

    private static final EventTypeBuilder<Order> DECLARE = EventType.define("account_order", Order::new);

    /** The account. */
    public static final ReferenceField<Order, Account> ACCOUNT =
            DECLARE.reference("account", "account", Trait.REQUIRED, Trait.INDEXED);
    /** The amount; negative for what is paid back. */
    public static final MoneyField<Order> AMOUNT = DECLARE.money("amount", Trait.REQUIRED);
    /** The title, in a line. */
    public static final TextField<Order> TITLE = DECLARE.text("title", 400);

    /** The codes of the products ordered. */
    public static final TextSetField<Order> PRODUCTS = DECLARE.textSet("products", 120);
    /** The department that uses them. */
    public static final TextField<Order> DEPARTMENT = DECLARE.text("department", 200);

    /** The entity type: its fields, indexes and rules. */
    public static final EventType<Order> TYPE = DECLARE.build();

    private Order(EventState<Order> state) {
        super(state);
    }

    /** Returns an order by an account. */
    public static Order of(Id<Account> account, Money amount, Instant orderedAt) {
        return TYPE.newEvent(orderedAt, account).with(ACCOUNT, account).with(AMOUNT, amount);
    }

    /** Returns the account. */
    public Id<Account> account() {
        return require(ACCOUNT);
    }

    /** Returns the codes of the products ordered; empty if not known. */
    public Set<String> products() {
        return getOrDefault(PRODUCTS, Set.of());
    }

    /** Returns the amount. */
    public Money amount() {
        return require(AMOUNT);
    }
}
