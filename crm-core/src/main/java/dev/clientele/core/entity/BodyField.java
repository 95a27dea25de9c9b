package dev.clientele.core.entity;

import dev.clientele.core.error.Violation;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A structured or long value that lives in the record's JSON body: addresses, contact points, a note. It is validated,
 * recorded in the history and masked like any other field, but can't be queried.
 *
 * @param <T> the record type that declares it
 * @param <V> the type of its values: text, a record of plain values, or a list of such
 */
public sealed class BodyField<T, V> extends Field<T, V> permits LongTextField {

    private final UnaryOperator<V> rule;
    private final Function<V, Object> write;
    private final Function<Object, V> read;

    BodyField(
            String name,
            Set<Trait> traits,
            UnaryOperator<V> rule,
            Function<V, Object> write,
            Function<Object, V> read) {
        super(name, traits);
        this.rule = rule;
        this.write = write;
        this.read = read;
    }

    /** Not available: a body field has no column. */
    @Override
    public Criteria isMissing() {
        throw new UnsupportedOperationException("the field " + name() + " is in the body and can't be queried");
    }

    @Override
    public V check(V value) {
        return rule.apply(value);
    }

    @Override
    List<Violation> nestedViolations(Object json) {
        return JsonBodyValidator.validate(json);
    }

    @Override
    List<DeclaredField> columns() {
        return List.of();
    }

    @Override
    boolean isInBody() {
        return true;
    }

    @Override
    void encode(V value, Map<String, Object> into) {}

    @Override
    @Nullable
    V decode(FieldReader columns) {
        return null;
    }

    @Override
    Object toJson(V value) {
        return write.apply(value);
    }

    @Override
    V fromJson(Object json) {
        return read.apply(json);
    }
}
