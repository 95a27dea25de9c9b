package dev.clientele.b2b.catalog;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import java.util.List;

/**
 * Something that is sold, once or again every billing period. Its code and how it is billed stay as they are: deals, quotes
 * and prices rely on them. What is sold no longer is retired. Immutable and thread-safe.
 */
public final class Product extends Entity<Product> {

    private static final EntityTypeBuilder<Product> DECLARE = EntityType.define("product", Product::new);

    /** By which it is known, such as {@code GTX-PRO}. */
    public static final TextField<Product> CODE = DECLARE.key("code", 64, Trait.REQUIRED, Trait.UNIQUE);
    /** What people call it. */
    public static final TextField<Product> NAME = DECLARE.text("name", 200, Trait.REQUIRED, Trait.SEARCHABLE);
    /** The product line that it belongs to. */
    public static final TextField<Product> FAMILY = DECLARE.key("family", 120, Trait.INDEXED);
    /** What one of it is: a piece, a seat, an hour, a thousand requests. */
    public static final TextField<Product> UNIT = DECLARE.text("unit", 40);
    /** How often it is paid for. */
    public static final CodedField<Product, BillingFrequency> BILLING =
            DECLARE.choice("billing", BillingFrequency.class, Trait.REQUIRED, Trait.INDEXED);
    /** The id in the system that the record comes from. */
    public static final TextField<Product> EXTERNAL_ID = DECLARE.key("external_id", 200, Trait.UNIQUE);
    /** True of what is sold no longer; missing or false of everything else. */
    public static final FlagField<Product> RETIRED = DECLARE.flag("retired");
    /** Anything worth knowing. */
    public static final BodyField<Product, String> DESCRIPTION = DECLARE.longText("description", 20_000);

    /** The declaration. */
    public static final EntityType<Product> TYPE =
            DECLARE.changeRule(Product::changeViolations).build();

    private Product(EntityState<Product> state) {
        super(state);
    }

    /** A product that is paid for once. */
    public static Product of(String code, String name) {
        return recurring(code, name, BillingFrequency.ONE_OFF);
    }

    /** A product that is paid for every billing period. */
    public static Product recurring(String code, String name, BillingFrequency billing) {
        return TYPE.newEntity().with(CODE, code).with(NAME, name).with(BILLING, billing);
    }

    /** By which it is known. */
    public String code() {
        return require(CODE);
    }

    /** What people call it. */
    public String name() {
        return require(NAME);
    }

    /** How often it is paid for. */
    public BillingFrequency billing() {
        return require(BILLING);
    }

    /** Whether it is still sold. */
    public boolean isActive() {
        return !getOrDefault(RETIRED, false);
    }

    /** This product as sold no longer. */
    public Product retire() {
        return with(RETIRED, true);
    }

    private static List<Violation> changeViolations(Product before, Product after) {
        if (!before.code().equals(after.code())) {
            return List.of(new Violation(CODE.name(), "stays: deals are found by it"));
        } else if (before.billing() != after.billing()) {
            return List.of(new Violation(BILLING.name(), "stays: add another product and retire this one"));
        }
        return List.of();
    }
}
