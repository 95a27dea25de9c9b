package dev.clientele.core.criteria;

import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.text.CaseFolding;
import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.AnyOf;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Not;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.RelativeTime;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random criteria of every node type over the fields of {@link Kinds}, up to four deep. */
final class Conditions {

    private final Kinds<?> kinds;

    private Conditions(Kinds<?> kinds) {
        this.kinds = kinds;
    }

    static Arbitrary<Criteria> over(Kinds<?> kinds) {
        return new Conditions(kinds).tree(4);
    }

    private Arbitrary<Criteria> tree(int depth) {
        if (depth == 1) {
            return atom();
        }
        Arbitrary<Criteria> inner = Arbitraries.lazy(() -> tree(depth - 1));
        return Arbitraries.frequencyOf(
                Tuple.of(3, atom()),
                Tuple.of(2, inner.map(Not::new)),
                Tuple.of(2, inner.list().ofMaxSize(3).map(AllOf::new)),
                Tuple.of(2, inner.list().ofMaxSize(3).map(AnyOf::new)));
    }

    private Arbitrary<Criteria> atom() {
        return Arbitraries.oneOf(
                ordered(kinds.label, Samples.text()),
                ordered(kinds.code, Samples.text()),
                textPart(),
                ordered(kinds.pieces, Samples.pieces()),
                ordered(kinds.weight, Samples.weight().map(weight -> weight.setScale(2))),
                ordered(kinds.genuine, Arbitraries.of(true, false)),
                ordered(kinds.score, Samples.score().map(score -> score + 0.0)),
                ordered(kinds.found, Samples.instant()),
                ordered(kinds.due, Samples.date()),
                ordered(kinds.grade, Arbitraries.of(Kinds.Grade.class).map(Enum::name)),
                ordered(kinds.price.currency(), Samples.currency()),
                Samples.price().map(price -> kinds.price.atLeast(price)),
                Samples.price().map(price -> kinds.price.is(price)),
                Samples.text().map(tag -> Criteria.has(kinds.tags.name(), tag)),
                relative(kinds.found, false),
                relative(kinds.due, true),
                missing());
    }

    /** Compared with a constant, or with several. */
    private static <V> Arbitrary<Criteria> ordered(ColumnField<?, ?> field, Arbitrary<V> values) {
        Arbitrary<Criteria> one = Combinators.combine(Arbitraries.of(Operator.class), values)
                .as((operator, value) -> Criteria.compare(field.name(), operator, value));
        Arbitrary<Criteria> several = values.list().ofMaxSize(4).map(list -> Criteria.in(field.name(), list));
        return Arbitraries.frequencyOf(Tuple.of(3, one), Tuple.of(1, several));
    }

    private Arbitrary<Criteria> textPart() {
        Arbitrary<String> parts = Arbitraries.frequencyOf(
                Tuple.of(4, Samples.text()), Tuple.of(1, Arbitraries.of("", " ", "e", "\u0301", "%", "_")));
        Arbitrary<String> fields = Arbitraries.of("label", "code", "label_folded");
        return Arbitraries.oneOf(
                Combinators.combine(fields, parts).as((field, part) -> Criteria.prefix(field, form(field, part))),
                Combinators.combine(fields, parts).as((field, part) -> Criteria.containing(field, form(field, part))));
    }

    private static String form(String field, String part) {
        return field.endsWith("_folded") ? CaseFolding.fold(part) : part;
    }

    private static Arbitrary<Criteria> relative(OrderedField<?, ?> field, boolean asDate) {
        Arbitrary<Period> periods =
                Arbitraries.of("P0D", "P1D", "P-1D", "P-1M", "P1Y").map(Period::parse);
        Arbitrary<Duration> durations = Arbitraries.of("PT0S", "PT-1H", "PT23H30M", "PT0.000001S", "PT-0.000001S")
                .map(Duration::parse);
        Arbitrary<ZoneId> zones = Arbitraries.of("UTC", "Europe/Berlin", "Pacific/Apia", "Pacific/Kiritimati")
                .map(ZoneId::of);
        return Combinators.combine(Arbitraries.of(Operator.class), periods, durations, zones)
                .as((operator, period, duration, zone) ->
                        field.compare(operator, new RelativeTime(period, duration, zone, asDate)));
    }

    private Arbitrary<Criteria> missing() {
        return Arbitraries.of(
                        "label",
                        "label_folded",
                        "code",
                        "tags",
                        "pieces",
                        "weight",
                        "genuine",
                        "score",
                        "found",
                        "due",
                        "grade",
                        "price",
                        "price_currency")
                .map(Criteria::missing);
    }
}
