package dev.clientele.core.entity;

import dev.clientele.core.json.Json;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.UniqueKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/**
 * Declares fields one by one; the common half of the builders of {@link EntityType} and {@link EventType}. Each method
 * returns the declared field, to be kept as a constant. Not thread-safe.
 *
 * @param <T> the record type being declared
 */
public abstract class FieldDeclarations<T> {

    private static final int CODE_LENGTH = 64;

    final Map<String, Field<T, ?>> fields = new LinkedHashMap<>();
    final List<UniqueKey> uniqueKeys = new ArrayList<>();
    final List<Index> indexes = new ArrayList<>();

    FieldDeclarations() {}

    /** A line of text of at most {@code limit} code points, kept without white space around it. */
    public final TextField<T> text(String name, int limit, Trait... traits) {
        return add(new TextField<>(name, TextRule.line(limit), Set.of(traits)));
    }

    /** A text by which something is found, such as an external id: as {@link #text} and in Unicode NFC. */
    public final TextField<T> key(String name, int limit, Trait... traits) {
        return add(new TextField<>(name, TextRule.key(limit), Set.of(traits)));
    }

    /** A set of short texts of at most {@code limit} code points each. */
    public final TextSetField<T> textSet(String name, int limit, Trait... traits) {
        return add(new TextSetField<>(name, limit, Set.of(traits)));
    }

    /** A 64-bit whole number. */
    public final OrderedField<T, Long> integer(String name, Trait... traits) {
        return add(new OrderedField<>(
                DeclaredField.of(name, FieldType.INTEGER), Long.class, Set.of(traits), value -> value));
    }

    /** An exact decimal with at most {@code scale} digits after the point and 18 in all. */
    public final OrderedField<T, BigDecimal> decimal(String name, int scale, Trait... traits) {
        return add(new OrderedField<>(
                DeclaredField.decimal(name, scale),
                BigDecimal.class,
                Set.of(traits),
                value -> exact(name, value, scale)));
    }

    /** A finite floating-point number: a score, a probability, an expected count. */
    public final OrderedField<T, Double> real(String name, Trait... traits) {
        return add(new OrderedField<>(
                DeclaredField.of(name, FieldType.REAL), Double.class, Set.of(traits), value -> finite(name, value)));
    }

    /** A point in time, kept in whole microseconds. */
    public final OrderedField<T, Instant> instant(String name, Trait... traits) {
        return add(new OrderedField<>(
                DeclaredField.of(name, FieldType.INSTANT),
                Instant.class,
                Set.of(traits),
                value -> value.truncatedTo(ChronoUnit.MICROS)));
    }

    /** A calendar day. */
    public final OrderedField<T, LocalDate> date(String name, Trait... traits) {
        return add(new OrderedField<>(
                DeclaredField.of(name, FieldType.DATE), LocalDate.class, Set.of(traits), value -> value));
    }

    /** True or false. */
    public final FlagField<T> flag(String name, Trait... traits) {
        return add(new FlagField<>(name, Set.of(traits)));
    }

    /** An amount of money in its currency. */
    public final MoneyField<T> money(String name, Trait... traits) {
        return add(new MoneyField<>(name, Set.of(traits)));
    }

    /** One constant of an enumeration, kept by its name. */
    public final <E extends Enum<E>> CodedField<T, E> choice(String name, Class<E> type, Trait... traits) {
        return coded(name, Enum::name, code -> Enum.valueOf(type, code), traits);
    }

    /** A currency, kept by its ISO code. */
    public final CodedField<T, CurrencyUnit> currency(String name, Trait... traits) {
        return coded(name, CurrencyUnit::getCode, CurrencyUnit::of, traits);
    }

    /** A value that two functions turn into a text of at most 64 characters and back. */
    public final <V> CodedField<T, V> coded(
            String name, Function<V, String> write, Function<String, V> read, Trait... traits) {
        return add(new CodedField<>(DeclaredField.text(name, CODE_LENGTH), Set.of(traits), write, read));
    }

    /** The id of a record of the type named {@code target}. */
    public final <R> ReferenceField<T, R> reference(String name, String target, Trait... traits) {
        return add(new ReferenceField<>(name, target, Set.of(traits)));
    }

    /** Running text of at most {@code limit} code points, which can't be queried. */
    public final BodyField<T, String> note(String name, int limit, Trait... traits) {
        TextRule rule = TextRule.body(limit);
        return add(new BodyField<>(
                name, Set.of(traits), value -> rule.check(name, value), text -> text, json -> (String) json));
    }

    /** One structured value: a public Java record of plain values, money, times, ids and further records. */
    public final <V> BodyField<T, V> structured(String name, Class<V> type, Trait... traits) {
        return add(
                new BodyField<>(name, Set.of(traits), value -> value, Json::toTree, json -> Json.fromTree(json, type)));
    }

    /** A list of at most {@code limit} structured values, as {@link #structured}. */
    public final <V> BodyField<T, List<V>> list(String name, Class<V> type, int limit, Trait... traits) {
        return add(new BodyField<>(
                name,
                Set.of(traits),
                value -> bounded(name, value, limit),
                Json::toTree,
                json -> Json.listFromTree(json, type)));
    }

    /** Queries by these fields together, in this order, should be fast. */
    @SafeVarargs
    public final void indexed(String name, Field<T, ?>... by) {
        List<String> names = new ArrayList<>();
        for (Field<T, ?> field : by) {
            names.add(field.columnName());
        }
        indexes.add(new Index(name, names));
    }

    private <F extends Field<T, ?>> F add(F field) {
        if (fields.putIfAbsent(field.name(), field) != null) {
            throw new IllegalArgumentException("field " + field.name() + " is declared twice");
        }
        if (field.is(Trait.UNIQUE)) {
            uniqueKeys.add(UniqueKey.of(field.name(), field.columnName()));
        } else if (field.is(Trait.INDEXED)) {
            indexes.add(Index.on("by_" + field.name(), field.columnName()));
        }
        return field;
    }

    private static BigDecimal exact(String name, BigDecimal value, int scale) {
        try {
            return value.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(name + " has more than " + scale + " digits after the point", e);
        }
    }

    private static Double finite(String name, Double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number");
        }
        return value;
    }

    private static <V> List<V> bounded(String name, List<V> values, int limit) {
        if (values.size() > limit) {
            throw new IllegalArgumentException(name + " must have at most " + limit + " entries, got " + values.size());
        }
        return List.copyOf(values);
    }
}
