package dev.clientele.b2b.catalog;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * The price of one unit of a product in a price book. Immutable and thread-safe.
 *
 * <p>It holds from its first day until the next price of the same product, book and tier begins, and again when that one ends, until
 * {@link #VALID_TO}: the price of a promotion gives way to the base price when it is over. So no two prices can hold at once, and
 * none has to be ended for a new one to begin: two that begin on one day are refused as duplicates.
 */
public final class Price extends Entity<Price> {

    private static final EntityTypeBuilder<Price> DECLARE = EntityType.define("price", Price::new);

    /** The price book. */
    public static final ReferenceField<Price, PriceBook> BOOK =
            DECLARE.reference("price_book", "price_book", Trait.REQUIRED, Trait.INDEXED);
    /** The product. */
    public static final ReferenceField<Price, Product> PRODUCT =
            DECLARE.reference("product", "product", Trait.REQUIRED, Trait.INDEXED);
    /** The price of one unit: for all units of a purchase of this tier, in the book's currency. */
    public static final MoneyField<Price> AMOUNT = DECLARE.money("amount", Trait.REQUIRED);
    /** The lower bound of the tier: the quantity from which the price counts, in whole units, 0 for any. */
    public static final OrderedField<Price, Long> FROM_QUANTITY = DECLARE.integer("from_quantity", Trait.REQUIRED);
    /** The first day on which it is valid. */
    public static final OrderedField<Price, LocalDate> VALID_FROM = DECLARE.date("valid_from", Trait.REQUIRED);
    /** The first day on which it is no longer valid; without it only another price takes its place. */
    public static final OrderedField<Price, LocalDate> VALID_TO = DECLARE.date("valid_to");
    /** The id in the system that the record comes from. */
    public static final TextField<Price> EXTERNAL_ID = DECLARE.key("external_id", 200, Trait.UNIQUE);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<Price> TYPE = DECLARE.uniqueKey(
                    "one_at_a_time", BOOK, PRODUCT, FROM_QUANTITY, VALID_FROM)
            .rule(Price::consistent)
            .build();

    private Price(EntityState<Price> state) {
        super(state);
    }

    /** Returns a price for any quantity. */
    public static Price of(PriceBook book, Product product, Money amount, LocalDate validFrom) {
        return TYPE.newEntity()
                .with(BOOK, book.id())
                .with(PRODUCT, product.id())
                .with(AMOUNT, amount)
                .with(FROM_QUANTITY, 0L)
                .with(VALID_FROM, validFrom);
    }

    /** Returns a copy for purchases of at least this quantity; all units of such a purchase cost this. */
    public Price withFromQuantity(long quantity) {
        return with(FROM_QUANTITY, quantity);
    }

    /** Returns the price book. */
    public Id<PriceBook> book() {
        return require(BOOK);
    }

    /** Returns the product. */
    public Id<Product> product() {
        return require(PRODUCT);
    }

    /** Returns the price of one unit. */
    public Money amount() {
        return require(AMOUNT);
    }

    /** Returns the quantity from which the price counts. */
    public long fromQuantity() {
        return require(FROM_QUANTITY);
    }

    /** Returns the first day on which it is valid. */
    public LocalDate validFrom() {
        return require(VALID_FROM);
    }

    private static List<Violation> consistent(Price price) {
        List<Violation> violations = new ArrayList<>();
        if (price.amount().isNegative()) {
            violations.add(new Violation(AMOUNT.name(), ViolationCode.RANGE, "must not be negative"));
        }
        if (price.fromQuantity() < 0) {
            violations.add(new Violation(FROM_QUANTITY.name(), ViolationCode.RANGE, "must not be negative"));
        }
        LocalDate to = price.get(VALID_TO);
        if (to != null && !to.isAfter(price.validFrom())) {
            violations.add(new Violation(VALID_TO.name(), ViolationCode.ORDER, "must be after valid_from"));
        }
        return violations;
    }
}
