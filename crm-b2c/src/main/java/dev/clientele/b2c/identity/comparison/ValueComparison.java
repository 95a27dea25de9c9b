package dev.clientele.b2c.identity.comparison;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A way to compare two values of one kind that ends in one of a few levels, from equal to different.
 *
 * <p>Levels rather than a distance, because what a level says about identity is then learned from the data (Winkler 1990,
 * String Comparator Metrics and Enhanced Decision Rules in the Fellegi–Sunter Model of Record Linkage). Comparing is
 * symmetric. Immutable and safe for use by many threads.
 */
public interface ValueComparison {

    /** Returns the names of the levels, the closest first: level 0 is always equality, the last always difference. */
    List<String> levels();

    /**
     * Returns the share of true pairs that is expected at each level before the data has spoken; sums to 1.
     *
     * <p>It is where learning starts from, and what few data are drawn to.
     */
    double[] expectedShares();

    /** Returns the value made ready; null where it is missing or says nothing. */
    @Nullable
    ComparedValue prepare(@Nullable String raw);

    /** Returns the level of two values that this comparison has prepared, an index into {@link #levels}. */
    int level(ComparedValue a, ComparedValue b);

    /** Returns the comparison for a kind of attribute. */
    static ValueComparison of(AttributeKind kind) {
        return switch (Objects.requireNonNull(kind, "kind")) {
            case GIVEN, FAMILY, CITY -> NameComparison.INSTANCE;
            case NAME, STREET, TEXT -> WordsComparison.INSTANCE;
            case BIRTHDATE -> DateComparison.INSTANCE;
            case EMAIL -> EmailComparison.INSTANCE;
            case PHONE -> PhoneComparison.INSTANCE;
            case HOUSE_NUMBER -> HouseNumberComparison.INSTANCE;
            case POSTCODE -> PostcodeComparison.INSTANCE;
            case REGION, CATEGORY -> CategoryComparison.INSTANCE;
            case IDENTIFIER -> IdentifierComparison.INSTANCE;
            case QUANTITY -> QuantityComparison.INSTANCE;
        };
    }
}
