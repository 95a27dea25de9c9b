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
import dev.clientele.core.error.ViolationCode;
import java.util.List;

/**
 * A product that is sold once, or again every billing period. Its code and how it is billed stay as they are: deals,
 * quotes and prices rely on them. What is sold no longer is retired. Immutable and thread-safe.
 */
public final class Product extends Entity<Product> {

    private static final EntityTypeBuilder<Product> DECLARE = EntityType.define("product", Product::new);

    /** The unique code, such as {@code GTX-PRO}. */
    public static final TextField<Product> CODE = DECLARE.key("code", 64, Trait.REQUIRED, Trait.UNIQUE);
    /** The display name. */
    public static final TextField<Product> NAME = DECLARE.text("name", 200, Trait.REQUIRED, Trait.SEARCHABLE);
    /** The product family. */
    public static final TextField<Product> FAMILY = DECLARE.key("family", 120, Trait.INDEXED);
    /** The unit: a piece, a seat, an hour, a thousand requests. */
    public static final TextField<Product> UNIT = DECLARE.text("unit", 40);
    /** The billing frequency. */
    public static final CodedField<Product, BillingFrequency> BILLING =
            DECLARE.choice("billing", BillingFrequency.class, Trait.REQUIRED, Trait.INDEXED);
    /** The id in the system that the record comes from. */
    public static final TextField<Product> EXTERNAL_ID = DECLARE.key("external_id", 200, Trait.UNIQUE);
    /** True of products no longer sold; missing or false of all others. */
    public static final FlagField<Product> RETIRED = DECLARE.flag("retired");
    /** The free-text description. */
    public static final BodyField<Product, String> DESCRIPTION = DECLARE.longText("description", 20_000);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<Product> TYPE =
            DECLARE.changeRule(Product::changeViolations).build();

    private Product(EntityState<Product> state) {
        super(state);
    }

    /** Returns a product that is billed once. */
    public static Product of(String code, String name) {
        return recurring(code, name, BillingFrequency.ONE_OFF);
    }

    /** Returns a product that is billed every period. */
    public static Product recurring(String code, String name, BillingFrequency billing) {
        return TYPE.newEntity().with(CODE, code).with(NAME, name).with(BILLING, billing);
    }

    /** Returns the unique code. */
    public String code() {
        return require(CODE);
    }

    /** Returns the display name. */
    public String name() {
        return require(NAME);
    }

    /** Returns the billing frequency. */
    public BillingFrequency billing() {
        return require(BILLING);
    }

    /** Returns whether it is still sold. */
    public boolean isActive() {
        return !getOrDefault(RETIRED, false);
    }

    /** Returns a copy that is no longer sold. */
    public Product retire() {
        return with(RETIRED, true);
    }

    private static List<Violation> changeViolations(Product before, Product after) {
        if (!before.code().equals(after.code())) {
            return List.of(new Violation(CODE.name(), ViolationCode.FIXED, "stays: deals are found by it"));
        } else if (before.billing() != after.billing()) {
            return List.of(new Violation(
                    BILLING.name(), ViolationCode.FIXED, "stays: add another product and retire this one"));
        }
        return List.of();
    }
}
