package dev.clientele.core.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What a field writes as one text it reads back to an equal value. */
class FieldTextPropertyTest {

    /** A place with a name, as a structured value. */
    public record Place(String name, LocalDate since) {}

    /** A record with a field of every kind. */
    public static final class Thing extends Entity<Thing> {
        Thing(EntityState<Thing> state) {
            super(state);
        }
    }

    private static final EntityTypeBuilder<Thing> DECLARE = EntityType.define("thing", Thing::new);
    private static final TextField<Thing> NAME = DECLARE.text("name", 100);
    private static final BodyField<Thing, String> NOTE = DECLARE.longText("note", 1000);
    private static final OrderedField<Thing, Long> COUNT = DECLARE.integer("count");
    private static final OrderedField<Thing, BigDecimal> WEIGHT = DECLARE.decimal("weight", 3);
    private static final OrderedField<Thing, Double> SCORE = DECLARE.real("score");
    private static final OrderedField<Thing, Instant> SEEN = DECLARE.instant("seen");
    private static final OrderedField<Thing, LocalDate> BORN = DECLARE.date("born");
    private static final FlagField<Thing> OPEN = DECLARE.flag("open");
    private static final MoneyField<Thing> PRICE = DECLARE.money("price");
    private static final TextSetField<Thing> TAGS = DECLARE.textSet("tags", 20);
    private static final ReferenceField<Thing, Thing> PARENT = DECLARE.reference("parent", "thing");
    private static final BodyField<Thing, List<Place>> PLACES = DECLARE.list("places", Place.class, 10);

    private static <V> void comesBack(Field<Thing, V> field, V value) {
        assertThat(field.parse(field.format(value))).isEqualTo(field.check(value));
    }

    @Property(tries = 200)
    void lines_and_notes_of_text(@ForAll @NotBlank @AlphaChars @Chars({' ', ';', '"', ',', 'ß', '\\'}) String text) {
        comesBack(
                NAME,
                text.substring(0, Math.min(100, text.length())).isBlank()
                        ? "x"
                        : text.substring(0, Math.min(100, text.length())));
        comesBack(NOTE, "\n" + text);
    }

    @Property(tries = 200)
    void numbers(
            @ForAll long count,
            @ForAll @BigRange(min = "-999999999999999", max = "999999999999999") @Scale(3) BigDecimal weight,
            @ForAll @DoubleRange(min = -1e300, max = 1e300) double score) {
        comesBack(COUNT, count);
        comesBack(WEIGHT, weight);
        comesBack(SCORE, score);
    }

    @Property(tries = 200)
    void times(@ForAll @LongRange(min = -62_135_596_800_000_000L, max = 253_402_300_799_999_999L) long micros) {
        Instant instant = Instant.EPOCH
                .plusSeconds(Math.floorDiv(micros, 1_000_000L))
                .plusNanos(Math.floorMod(micros, 1_000_000L) * 1000);

        comesBack(SEEN, instant);
        comesBack(BORN, LocalDate.ofInstant(instant, java.time.ZoneOffset.UTC));
    }

    @Property(tries = 200)
    void money(@ForAll @LongRange(min = -99_999_999_999_999L, max = 99_999_999_999_999L) long minor) {
        comesBack(PRICE, Money.ofMinor(CurrencyUnit.EUR, minor));
        comesBack(PRICE, Money.ofMinor(CurrencyUnit.JPY, minor));
    }

    @Property(tries = 200)
    void sets_of_texts(
            @ForAll Set<@NotBlank @StringLength(max = 20) @NumericChars @Chars({';', '\\', ','}) String> tags) {
        comesBack(TAGS, tags);
    }

    @Example
    void codes_references_flags_and_structures() {
        comesBack(OPEN, true);
        comesBack(PARENT, Id.of(new UUID(7, 8)));
        comesBack(
                PLACES,
                List.of(new Place("Oslo; \"x\"", LocalDate.of(2026, 1, 2)), new Place("", LocalDate.MIN.withYear(1))));
        assertThat(OPEN.parse(" Yes ")).isTrue();
    }

    @Example
    void a_text_that_stands_for_nothing_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> COUNT.parse("secret")).hasMessage("count must be a whole number");
        assertThatThrownBy(() -> WEIGHT.parse("secret"))
                .hasMessage("weight must be a decimal number with a point that fits its scale");
        assertThatThrownBy(() -> WEIGHT.parse("1.2345"))
                .hasMessage("weight must have at most 3 digits after the point");
        assertThatThrownBy(() -> SEEN.parse("secret")).hasMessageStartingWith("seen must be an instant such as");
        assertThatThrownBy(() -> BORN.parse("31.12.1999")).hasMessageStartingWith("born must be a day such as");
        assertThatThrownBy(() -> OPEN.parse("secret")).hasMessage("open must be true or false");
        assertThatThrownBy(() -> PRICE.parse("12"))
                .hasMessageStartingWith("price must be a currency code and an amount");
        assertThatThrownBy(() -> PARENT.parse("secret")).hasMessage("parent must be one of its codes");
        assertThatThrownBy(() -> PLACES.parse("[{")).hasMessage("places must be JSON of its structure");
        assertThatThrownBy(() -> SCORE.parse("NaN")).hasMessage("score must be a finite number");
    }
}
