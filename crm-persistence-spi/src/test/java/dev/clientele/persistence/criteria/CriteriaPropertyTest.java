package dev.clientele.persistence.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CriteriaPropertyTest {

    @Property
    void of_a_criteria_and_its_negation_exactly_one_holds(
            @ForAll("criteria") Criteria criteria, @ForAll("records") FieldReader record) {
        assertThat(new Not(criteria).test(record)).isNotEqualTo(criteria.test(record));
    }

    @Property
    void and_and_or_are_conjunction_and_disjunction(
            @ForAll("criteria") Criteria one,
            @ForAll("criteria") Criteria other,
            @ForAll("records") FieldReader record) {
        assertThat(one.and(other).test(record)).isEqualTo(one.test(record) && other.test(record));
        assertThat(one.or(other).test(record)).isEqualTo(one.test(record) || other.test(record));
    }

    @Property
    void in_says_what_any_of_its_comparisons_says(
            @ForAll("decimals") List<BigDecimal> values, @ForAll("decimals") List<BigDecimal> probes) {
        List<Criteria> comparisons = new ArrayList<>();
        values.forEach(value -> comparisons.add(Criteria.equal("amount", value)));
        for (BigDecimal probe : probes) {
            FieldReader record = field -> probe;
            assertThat(new In("amount", List.copyOf(values)).test(record))
                    .isEqualTo(new AnyOf(comparisons).test(record));
        }
    }

    @Property
    void negation_swaps_all_and_any(
            @ForAll("criteria") Criteria one,
            @ForAll("criteria") Criteria other,
            @ForAll("records") FieldReader record) {
        assertThat(one.and(other).negate().test(record))
                .isEqualTo(one.negate().or(other.negate()).test(record));
    }

    @Provide
    Arbitrary<Criteria> criteria() {
        return Trees.criteria(3);
    }

    @Provide
    Arbitrary<FieldReader> records() {
        return Trees.records().map(record -> (FieldReader) record::get);
    }

    @Provide
    Arbitrary<List<BigDecimal>> decimals() {
        return Arbitraries.of("0", "0.0", "1", "1.00", "10", "1E+1", "-1", "0.1", "0.10")
                .map(BigDecimal::new)
                .list()
                .ofMaxSize(20);
    }

    /** Small random trees over a text and an integer field. */
    private static final class Trees {

        static Arbitrary<Map<String, Object>> records() {
            Arbitrary<Object> text = Arbitraries.of("", "a", "ab", "b");
            Arbitrary<Object> number = Arbitraries.of(-1L, 0L, 1L);
            return Combinators.combine(text.injectNull(0.3), number.injectNull(0.3))
                    .as((name, count) -> {
                        Map<String, Object> record = new HashMap<>();
                        record.put("name", name);
                        record.put("count", count);
                        return record;
                    });
        }

        static Arbitrary<Criteria> criteria(int depth) {
            Arbitrary<String> texts = Arbitraries.of("", "a", "ab", "b");
            Arbitrary<Criteria> atoms = Arbitraries.oneOf(
                    texts.map(text -> Criteria.prefix("name", text)),
                    texts.map(text -> Criteria.containing("name", text)),
                    Arbitraries.of(Operator.class)
                            .flatMap(operator -> texts.map(text -> Criteria.compare("name", operator, text))),
                    Arbitraries.of(Operator.class)
                            .flatMap(operator -> Arbitraries.of(-1L, 0L, 1L)
                                    .map(number -> Criteria.compare("count", operator, number))),
                    Arbitraries.of("name", "count").map(Criteria::missing),
                    texts.list().ofMaxSize(3).map(some -> Criteria.in("name", some)));
            if (depth == 0) {
                return atoms;
            }
            Arbitrary<Criteria> deeper = criteria(depth - 1);
            return Arbitraries.oneOf(
                    atoms,
                    deeper.map(Not::new),
                    deeper.list().ofMaxSize(3).map(AllOf::new),
                    deeper.list().ofMaxSize(3).map(AnyOf::new));
        }
    }
}
