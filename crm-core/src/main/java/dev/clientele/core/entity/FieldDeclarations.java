package dev.clientele.core.entity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import dev.clientele.core.codec.BodyCodec;
import dev.clientele.core.codec.ColumnRules;
import dev.clientele.core.codec.FieldCodec;
import dev.clientele.core.codec.FieldHeader;
import dev.clientele.core.codec.FormerMapping;
import dev.clientele.core.codec.LongTextCodec;
import dev.clientele.core.codec.NamedValuesCodec;
import dev.clientele.core.codec.RecordForm;
import dev.clientele.core.codec.UpcastStep;
import dev.clientele.core.json.Json;
import dev.clientele.core.text.TextRule;
import dev.clientele.core.value.NamedValues;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.UniqueKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Declares fields one by one; the common half of the builders of {@link EntityType} and {@link EventType}. Each method
 * returns the declared field, to be kept as a constant. Not thread-safe.
 *
 * @param <T> the record type being declared
 */
public abstract class FieldDeclarations<T> {

    private static final int MAX_CODE_LENGTH = 64;
    private static final int MAX_INDEXED_LENGTH = 600;

    final String name;
    final Map<String, Field<T, ?>> fields = new LinkedHashMap<>();
    final List<UniqueKey> uniqueKeys = new ArrayList<>();
    final List<Index> indexes = new ArrayList<>();
    private final String owner;
    private final Map<String, Field<T, ?>> formers = new LinkedHashMap<>();
    private final TypeVersions versions;
    private final DeclaredNames names;
    /** The owners of keys and indexes that were taken over. */
    private final Map<Object, String> owners = new HashMap<>();

    private final Set<String> mapped = new HashSet<>();
    private NewerRecords newerRecords = NewerRecords.READ_KNOWN;
    private boolean built;

    /**
     * Creates declarations for a type of this name.
     *
     * @param owner empty for whoever defines the type, else the name of an extension
     * @param reserved names that are storage's own
     */
    FieldDeclarations(String name, String owner, Set<String> reserved) {
        this.name = Objects.requireNonNull(name, "name");
        this.owner = owner;
        this.versions = new TypeVersions(owner);
        this.names = new DeclaredNames(name, reserved);
        names.requireOwner(owner);
    }

    /**
     * Takes over what another has declared, but for what was taken over from elsewhere already.
     *
     * @throws ExtensionClashException if different things have one name
     */
    final void include(FieldDeclarations<T> other) {
        names.include(other.names);
        fields.putAll(other.fields);
        formers.putAll(other.formers);
        mapped.addAll(other.mapped);
        other.uniqueKeys.forEach(key -> include(uniqueKeys, key, UniqueKey::name, "the unique key", other));
        other.indexes.forEach(index -> include(indexes, index, Index::name, "the index", other));
        versions.include(name, other.versions);
        if (other.newerRecords == NewerRecords.REFUSE) {
            newerRecords = NewerRecords.REFUSE;
        }
    }

    private <E> void include(List<E> into, E one, Function<E, String> toName, String what, FieldDeclarations<T> other) {
        if (into.contains(one)) {
            return;
        }
        String theirs = other.owners.getOrDefault(one, other.owner);
        for (E held : into) {
            if (toName.apply(held).equals(toName.apply(one))) {
                String ours = owners.getOrDefault(held, owner);
                throw new ExtensionClashException(name, what, toName.apply(one), ours, theirs);
            }
        }
        into.add(one);
        owners.put(one, theirs);
    }

    /** Returns the stored form of what is declared. */
    final RecordForm form() {
        return new RecordForm(
                name,
                codecs(fields),
                codecs(formers),
                uniqueKeys,
                indexes,
                versions.chains(),
                newerRecords == NewerRecords.REFUSE);
    }

    private static <T> List<FieldCodec<?>> codecs(Map<String, Field<T, ?>> fields) {
        List<FieldCodec<?>> codecs = new ArrayList<>();
        fields.values().forEach(field -> codecs.add(field.codec()));
        return codecs;
    }

    /** Adds what reads the version of the type so far. */
    final void addUpcaster(UnaryOperator<Map<String, Object>> upcaster, boolean olderCanRead) {
        requireNotBuilt();
        versions.add(owner, new UpcastStep(Objects.requireNonNull(upcaster, "upcaster"), olderCanRead, null));
    }

    /** Adds a step that puts a field in the place of a former one. */
    final <A, B> void addMapping(
            Field<T, A> former, Field<T, B> field, Function<A, B> forward, @Nullable Function<B, A> back) {
        requireNotBuilt();
        checkArgument(
                formers.get(former.name()) == former,
                "%s: the older field %s has to be declared here with Trait.FORMER",
                name,
                former);
        checkArgument(
                (fields.get(field.name()) == field && !field.hasTrait(Trait.COMPUTED))
                        || (formers.get(field.name()) == field && former != field),
                "%s: %s takes the place of %s, so it has to be declared here, and not as computed",
                name,
                field,
                former);
        checkArgument(
                mapped.add(former.name()), "%s: the older field %s has a field in its place already", name, former);
        versions.add(owner, UpcastStep.of(new FormerMapping<>(former.codec(), field.codec(), forward, back)));
    }

    /** Ends the steps that were counted together with those of extensions. */
    final void endCountedTogether() {
        requireNotBuilt();
        versions.endCountedTogether();
    }

    final void setNewerRecords(NewerRecords policy) {
        requireNotBuilt();
        newerRecords = Objects.requireNonNull(policy, "policy");
    }

    /** Forbids further declarations: they would be missing in the type that was built. */
    final void seal() {
        built = true;
    }

    /** Returns whether records are looked up by what they refer to. */
    boolean indexesReferences() {
        return false;
    }

    /** Returns whether records have computed fields. */
    boolean storesComputed() {
        return false;
    }

    final void requireNotBuilt() {
        checkState(
                !built,
                "the type %s is built already: declare its fields and rules above that, or on an extension of it",
                name);
    }

    /** Declares a line of text of at most {@code limit} code points, kept without white space around it. */
    public final TextField<T> text(String name, int limit, Trait... traits) {
        return add(new TextField<>(name, TextRule.line(limit), Set.of(traits)));
    }

    /** Declares a text by which something is found, such as an external id: as {@link #text} and in Unicode NFC. */
    public final TextField<T> key(String name, int limit, Trait... traits) {
        return add(new TextField<>(name, TextRule.key(limit), Set.of(traits)));
    }

    /**
     * Declares a line of text as {@link #text}, beside which the library keeps a match key in an indexed column: {@link
     * TextField#matches} finds the records of the same key, however many there are.
     *
     * @param matchKey makes the key of a checked text, such as a company's name without its legal form; empty for a text that matches
     *     none. A pure function; of what it returns the first 600 code points count. If it becomes another one, records match by the
     *     former until they are saved.
     */
    public final TextField<T> matchedText(String name, int limit, UnaryOperator<String> matchKey, Trait... traits) {
        TextField<T> field = add(new TextField<>(
                name, TextRule.line(limit), Objects.requireNonNull(matchKey, "matchKey"), Set.of(traits)));
        String column = Objects.requireNonNull(field.matchColumn());
        indexes.add(Index.on("by_" + column, column));
        return field;
    }

    /** Declares a set of short texts of at most {@code limit} code points each. */
    public final TextSetField<T> textSet(String name, int limit, Trait... traits) {
        return add(new TextSetField<>(name, TextRule.key(limit), Set.of(traits)));
    }

    /** Declares a 64-bit whole number. */
    public final OrderedField<T, Long> integer(String name, Trait... traits) {
        return add(new OrderedField<>(
                DeclaredField.of(name, FieldType.INTEGER), Long.class, Set.of(traits), value -> value));
    }

    /** Declares an exact decimal with at most {@code scale} digits after the point, 0 to 9, and 18 in all. */
    public final OrderedField<T, BigDecimal> decimal(String name, int scale, Trait... traits) {
        return add(new OrderedField<>(
                DeclaredField.decimal(name, scale),
                BigDecimal.class,
                Set.of(traits),
                value -> ColumnRules.decimal(name, value, scale)));
    }

    /** Declares a finite floating-point number: a score, a probability, an expected count. Minus zero is kept as zero. */
    public final OrderedField<T, Double> real(String name, Trait... traits) {
        return add(new OrderedField<>(
                DeclaredField.of(name, FieldType.REAL),
                Double.class,
                Set.of(traits),
                value -> ColumnRules.real(name, value)));
    }

    /** Declares a point in time in the years 0001 to 9999, kept in whole microseconds. */
    public final OrderedField<T, Instant> instant(String name, Trait... traits) {
        return add(new OrderedField<>(
                DeclaredField.of(name, FieldType.INSTANT),
                Instant.class,
                Set.of(traits),
                value -> ColumnRules.instant(name, value)));
    }

    /** Declares a calendar day in the years 0001 to 9999. */
    public final OrderedField<T, LocalDate> date(String name, Trait... traits) {
        return add(new OrderedField<>(
                DeclaredField.of(name, FieldType.DATE),
                LocalDate.class,
                Set.of(traits),
                value -> ColumnRules.date(name, value)));
    }

    /** Declares a truth value. */
    public final FlagField<T> flag(String name, Trait... traits) {
        return add(new FlagField<>(name, Set.of(traits)));
    }

    /** Declares an amount of money in its currency. */
    public final MoneyField<T> money(String name, Trait... traits) {
        return add(new MoneyField<>(name, Set.of(traits)));
    }

    /** Declares one constant of an enumeration, kept by its name. */
    public final <E extends Enum<E>> CodedField<T, E> choice(String name, Class<E> type, Trait... traits) {
        return coded(name, Enum::name, code -> Enum.valueOf(type, code), traits);
    }

    /** Declares a currency, kept by its ISO code. */
    public final CodedField<T, CurrencyUnit> currency(String name, Trait... traits) {
        return coded(name, CurrencyUnit::getCode, CurrencyUnit::of, traits);
    }

    /** Declares a value that two functions turn into a text of at most 64 characters and back. */
    public final <V> CodedField<T, V> coded(
            String name, Function<V, String> write, Function<String, V> read, Trait... traits) {
        return add(new CodedField<>(DeclaredField.text(name, MAX_CODE_LENGTH), Set.of(traits), write, read));
    }

    /**
     * Declares the id of a record of the type named {@code target}. In a record it is guarded: what it refers to has to be there and
     * can't be removed while it is referred to; queries by it are fast. In an event it isn't, since events outlive what they are about.
     */
    public final <R> ReferenceField<T, R> reference(String name, String target, Trait... traits) {
        return add(new ReferenceField<>(name, target, Set.of(traits)));
    }

    /** Declares running text of at most {@code limit} code points, which can't be queried. */
    public final BodyField<T, String> longText(String name, int limit, Trait... traits) {
        return body(new LongTextCodec(header(name, traits), TextRule.body(limit)), traits);
    }

    /**
     * Declares one structured value: a public Java record of plain values, money, times, ids and further records. It has to be equal
     * to what its JSON form reads back as.
     */
    public final <V> BodyField<T, V> structured(String name, Class<V> type, Trait... traits) {
        return body(
                new BodyCodec<>(header(name, traits), value -> value, Json::toTree, json -> Json.fromTree(json, type)),
                traits);
    }

    /** Declares a list of at most {@code limit} structured values, as {@link #structured}. */
    public final <V> BodyField<T, List<V>> list(String name, Class<V> type, int limit, Trait... traits) {
        return body(
                new BodyCodec<>(
                        header(name, traits),
                        value -> ColumnRules.list(name, value, limit),
                        Json::toTree,
                        json -> Json.listFromTree(json, type)),
                traits);
    }

    /**
     * Declares values by names that aren't declared, such as those of fields that are defined at run time. Criteria know each as {@code
     * field.name}: they are evaluated by the library on the records that storage finds by the rest of a query, since there is no column.
     */
    public final BodyField<T, NamedValues> namedValues(String name, Trait... traits) {
        return body(new NamedValuesCodec(header(name, traits)), traits);
    }

    private <V> BodyField<T, V> body(BodyCodec<V> codec, Trait... traits) {
        return add(new BodyField<>(codec, Set.of(traits)));
    }

    private static FieldHeader header(String name, Trait... traits) {
        return Field.header(name, Set.of(traits));
    }

    /** Declares an index: queries by these fields together, in this order, should be fast. */
    @SafeVarargs
    public final void index(String name, Field<T, ?>... by) {
        requireNotBuilt();
        List<String> names = new ArrayList<>();
        for (Field<T, ?> field : by) {
            names.add(field.codec().columnName());
        }
        indexes.add(new Index(name, names));
    }

    private <F extends Field<T, ?>> F add(F field) {
        requireNotBuilt();
        new TraitCheck(name, indexesReferences(), storesComputed()).require(field);
        names.reserve(field.name(), owner, field);
        for (DeclaredField column : field.codec().columns()) {
            if (!column.name().equals(field.name())) {
                names.reserve(column.name(), owner, field);
            }
        }
        (field.hasTrait(Trait.FORMER) ? formers : fields).put(field.name(), field);
        if (field.hasTrait(Trait.UNIQUE)) {
            uniqueKeys.add(UniqueKey.of(field.name(), field.codec().columnName()));
        } else if (field.hasTrait(Trait.INDEXED) || (field instanceof ReferenceField && indexesReferences())) {
            indexes.add(Index.on("by_" + field.name(), field.codec().columnName()));
        }
        if (field.hasTrait(Trait.INDEXED) && field.hasTrait(Trait.SEARCHABLE)) {
            DeclaredField folded = field.codec().columns().get(1);
            if (folded.limit() <= MAX_INDEXED_LENGTH) {
                indexes.add(Index.on("by_" + folded.name(), folded.name()));
            }
        }
        return field;
    }
}
