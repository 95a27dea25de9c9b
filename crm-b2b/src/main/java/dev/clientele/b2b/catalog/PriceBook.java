package dev.clientele.b2b.catalog;

import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * A list of prices in one currency, for a part of the market or a time. A tenant has at most one standard book for each
 * currency, which counts where no other is named. A book keeps its currency. Immutable and thread-safe.
 */
public final class PriceBook extends Entity<PriceBook> {

    private static final EntityTypeBuilder<PriceBook> DECLARE = EntityType.define("price_book", PriceBook::new);

    /** The unique code, such as {@code EU-2027}. */
    public static final TextField<PriceBook> CODE = DECLARE.key("code", 64, Trait.REQUIRED, Trait.UNIQUE);
    /** The display name. */
    public static final TextField<PriceBook> NAME = DECLARE.text("name", 200, Trait.REQUIRED, Trait.SEARCHABLE);
    /** The currency of all its prices. */
    public static final CodedField<PriceBook, CurrencyUnit> CURRENCY = DECLARE.currency("currency", Trait.REQUIRED);
    /** The currency whose standard book it is; missing otherwise. */
    public static final CodedField<PriceBook, CurrencyUnit> STANDARD_FOR =
            DECLARE.currency("standard_for", Trait.UNIQUE);
    /** The first day on which it is valid; missing if it always was. */
    public static final OrderedField<PriceBook, LocalDate> VALID_FROM = DECLARE.date("valid_from");
    /** The first day on which it is no longer valid; missing while no end is known. */
    public static final OrderedField<PriceBook, LocalDate> VALID_TO = DECLARE.date("valid_to");

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<PriceBook> TYPE = DECLARE.rule(PriceBook::consistent)
            .changeRule((before, after) -> before.currency().equals(after.currency())
                    ? List.of()
                    : List.of(new Violation(
                            CURRENCY.name(), ViolationCode.FIXED, "stays: prices in it are in that currency")))
            .build();

    private PriceBook(EntityState<PriceBook> state) {
        super(state);
    }

    /** Returns a price book without an end. */
    public static PriceBook of(String code, String name, CurrencyUnit currency) {
        return TYPE.newEntity().with(CODE, code).with(NAME, name).with(CURRENCY, currency);
    }

    /** Returns this book as the standard one for its currency. */
    public PriceBook asStandard() {
        return with(STANDARD_FOR, currency());
    }

    /** Returns the unique code. */
    public String code() {
        return require(CODE);
    }

    /** Returns the currency of all its prices. */
    public CurrencyUnit currency() {
        return require(CURRENCY);
    }

    /** Returns whether it is valid on a day. */
    public boolean isValidOn(LocalDate day) {
        LocalDate from = get(VALID_FROM);
        LocalDate to = get(VALID_TO);
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    private static List<Violation> consistent(PriceBook book) {
        List<Violation> violations = new ArrayList<>();
        CurrencyUnit standardFor = book.get(STANDARD_FOR);
        if (standardFor != null && !standardFor.equals(book.currency())) {
            violations.add(new Violation(STANDARD_FOR.name(), "must be missing or the book's currency"));
        }
        LocalDate from = book.get(VALID_FROM);
        LocalDate to = book.get(VALID_TO);
        if (from != null && to != null && !to.isAfter(from)) {
            violations.add(new Violation(VALID_TO.name(), ViolationCode.ORDER, "must be after valid_from"));
        }
        return violations;
    }
}
