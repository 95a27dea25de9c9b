package dev.clientele.core.codec;

import dev.clientele.core.error.Violation;
import dev.clientele.persistence.criteria.FieldReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Converts structured values, which are kept in the record's JSON body.
 *
 * @param <V> the type of the values
 */
public sealed class BodyCodec<V> extends FieldCodec<V> permits LongTextCodec, NamedValuesCodec {

    private final UnaryOperator<V> rule;
    private final Function<V, Object> write;
    private final Function<Object, V> read;

    /**
     * Creates a codec for structured values.
     *
     * @param rule checks a value and returns it in the form that is kept
     * @param write returns the JSON data of a checked value
     * @param read returns the value of JSON data
     */
    public BodyCodec(FieldHeader header, UnaryOperator<V> rule, Function<V, Object> write, Function<Object, V> read) {
        super(header);
        this.rule = rule;
        this.write = write;
        this.read = read;
    }

    @Override
    public final V check(V value) {
        return rule.apply(value);
    }

    @Override
    final List<Violation> nestedViolations(Object json) {
        return JsonBodyValidator.validate(json);
    }

    @Override
    final void encode(V value, Map<String, Object> into) {}

    @Override
    final @Nullable V decode(FieldReader columns) {
        return null;
    }

    @Override
    final Object toJson(V value) {
        return write.apply(value);
    }

    @Override
    final V fromJson(Object json) {
        return read.apply(json);
    }
}
