package dev.clientele.persistence.criteria;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The running value of one measure in an {@link Aggregator}. */
abstract class MeasureAccumulator {

    abstract void add(FieldReader record);

    abstract @Nullable Object value();

    static MeasureAccumulator of(Measure measure) {
        return switch (measure.function()) {
            case COUNT -> new Count();
            case SUM ->
                measure.factor().isEmpty()
                        ? new Sum(measure.field())
                        : new SumOfProducts(measure.field(), measure.factor());
            case MIN -> new MinMax(measure.field(), -1);
            case MAX -> new MinMax(measure.field(), 1);
        };
    }

    private static final class Count extends MeasureAccumulator {
        private long count;

        @Override
        void add(FieldReader record) {
            count++;
        }

        @Override
        Object value() {
            return count;
        }
    }

    private static final class Sum extends MeasureAccumulator {
        private final String field;
        private @Nullable Object sum;

        Sum(String field) {
            this.field = field;
        }

        @Override
        void add(FieldReader record) {
            Object value = record.read(field);
            if (value instanceof Double real) {
                sum = sum instanceof Double before ? before + real : real;
            } else if (value != null) {
                BigDecimal exact = value instanceof Long integer ? BigDecimal.valueOf(integer) : (BigDecimal) value;
                sum = sum instanceof BigDecimal before ? before.add(exact) : exact;
            }
        }

        @Override
        @Nullable
        Object value() {
            return sum;
        }
    }

    private static final class SumOfProducts extends MeasureAccumulator {
        private final String field;
        private final String factor;
        private @Nullable BigDecimal sum;

        SumOfProducts(String field, String factor) {
            this.field = field;
            this.factor = factor;
        }

        @Override
        void add(FieldReader record) {
            if (record.read(field) instanceof BigDecimal one && record.read(factor) instanceof BigDecimal other) {
                BigDecimal product = one.multiply(other);
                sum = sum == null ? product : sum.add(product);
            }
        }

        @Override
        @Nullable
        Object value() {
            return sum;
        }
    }

    private static final class MinMax extends MeasureAccumulator {
        private final String field;
        private final int sign;
        private @Nullable Object extremum;

        MinMax(String field, int sign) {
            this.field = field;
            this.sign = sign;
        }

        @Override
        void add(FieldReader record) {
            Object value = record.read(field);
            if (value != null && (extremum == null || ValueOrder.compare(value, extremum) * sign > 0)) {
                extremum = value;
            }
        }

        @Override
        @Nullable
        Object value() {
            return extremum;
        }
    }
}
