package dev.clientele.persistence.tck;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.tck.ProgramStep.Completion;
import dev.clientele.persistence.tck.ProgramStep.Operation;
import dev.clientele.persistence.tck.ProgramStep.SnapshotRead;
import dev.clientele.persistence.tck.ProgramStep.TransactionStep;
import dev.clientele.persistence.tck.ProgramStep.WriteAttempt;
import dev.clientele.persistence.tck.ProgramStep.WriteKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random programs over three tenants that have few records each, so that steps meet the same ones again. */
final class RandomPrograms {

    static final int TENANTS = 3;

    private RandomPrograms() {}

    static Arbitrary<List<ProgramStep>> programs() {
        Arbitrary<ProgramStep> looks = Combinators.combine(
                        tenants(), transactions().list().ofMaxSize(3))
                .as(SnapshotRead::new);
        return Arbitraries.frequencyOf(Tuple.of(5, transactions().map(step -> (ProgramStep) step)), Tuple.of(1, looks))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static Arbitrary<TransactionStep> transactions() {
        Arbitrary<Completion> ends = Arbitraries.frequency(
                Tuple.of(6, Completion.COMMIT),
                Tuple.of(1, Completion.ROLLBACK),
                Tuple.of(1, Completion.HOST_COMMIT),
                Tuple.of(1, Completion.HOST_ROLLBACK));
        return Combinators.combine(tenants(), operations().list().ofMinSize(1).ofMaxSize(4), ends)
                .as(TransactionStep::new);
    }

    private static Arbitrary<Integer> tenants() {
        return Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(2, 1), Tuple.of(1, TENANTS - 1));
    }

    /** Returns numbers of records, few enough for steps to meet the same ones again, and one that is seldom there. */
    private static Arbitrary<Integer> numbers() {
        return Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(4, 1), Tuple.of(3, 2), Tuple.of(1, 3));
    }

    private static Arbitrary<Operation> operations() {
        Arbitrary<Operation> batches = writes().list().ofMinSize(1).ofMaxSize(4).map(Operation.Batch::new);
        Arbitrary<Operation> appends =
                Arbitraries.integers().between(0, 8).list().ofMaxSize(4).map(Operation.Append::new);
        Arbitrary<Operation> redactions = Arbitraries.integers()
                .between(0, 8)
                .list()
                .uniqueElements()
                .ofMaxSize(2)
                .map(Operation.Redact::new);
        Arbitrary<Operation> prunings = Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(1, 3))
                .as(Operation.Prune::new);
        return Arbitraries.frequencyOf(
                Tuple.of(10, batches),
                Tuple.of(4, appends),
                Tuple.of(6, computations()),
                Tuple.of(1, prunings),
                Tuple.of(1, redactions),
                Tuple.of(2, Arbitraries.create(Operation.Inspect::new)));
    }

    private static Arbitrary<Operation> computations() {
        List<DeclaredField> computed = RandomValues.computed(SampleSchema.DEALS);
        Set<String> names = SampleSchema.DEALS.computedFields();
        return Combinators.combine(
                        numbers().list().uniqueElements().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(names).set().ofMinSize(1).ofMaxSize(names.size()),
                        RandomValues.fields(computed))
                .as((numbers, some, fields) -> {
                    Map<String, Object> values = new TreeMap<>(fields);
                    values.keySet().retainAll(some);
                    return new Operation.Compute(numbers, some, values);
                });
    }

    private static Arbitrary<WriteAttempt> writes() {
        Arbitrary<WriteKind> kinds = Arbitraries.frequency(
                Tuple.of(8, WriteKind.PUT),
                Tuple.of(1, WriteKind.INSERT),
                Tuple.of(1, WriteKind.REPLACE),
                Tuple.of(2, WriteKind.DELETE),
                Tuple.of(1, WriteKind.CHECK));
        Arbitrary<Integer> numbers = numbers();
        Arbitrary<Boolean> stale = Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true));
        return Arbitraries.frequency(
                        Tuple.of(4, SampleSchema.DEAL),
                        Tuple.of(3, SampleSchema.MEMBER),
                        Tuple.of(1, SampleSchema.NOTE))
                .flatMap(type -> Combinators.combine(
                                kinds, numbers, stale, fields(type), Arbitraries.of(ProgramStep.Before.class))
                        .as((kind, number, old, fields, before) ->
                                new WriteAttempt(kind, type, number, old, fields, before)));
    }

    private static Arbitrary<Map<String, Object>> fields(String type) {
        return switch (type) {
            case SampleSchema.DEAL -> RandomValues.fields(RandomValues.written(SampleSchema.DEALS));
            case SampleSchema.MEMBER -> members();
            default -> Arbitraries.just(Map.of());
        };
    }

    private static Arbitrary<Map<String, Object>> members() {
        return Combinators.combine(
                        Arbitraries.of("ana@example.org", "Ana@example.org", "bob@example.org")
                                .injectNull(0.3),
                        Arbitraries.of("DE", "FR").injectNull(0.3),
                        Arbitraries.of(1L, 2L).injectNull(0.3))
                .as((email, country, number) -> {
                    Map<String, Object> fields = new TreeMap<>();
                    put(fields, "email", email);
                    put(fields, "country", country);
                    put(fields, "number", number);
                    return fields;
                });
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
