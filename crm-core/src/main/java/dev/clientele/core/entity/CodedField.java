package dev.clientele.core.entity;

import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.DeclaredField;
import java.util.Set;
import java.util.function.Function;

/**
 * A value that is kept as a short text code: an enumeration, a reference, a currency, a host's own code type.
 *
 * @param <T> the record type that declares it
 * @param <V> the type of its values
 */
public sealed class CodedField<T, V> extends ColumnField<T, V> permits ReferenceField {

    private final TextRule rule;
    private final Function<V, String> write;
    private final Function<String, V> read;

    CodedField(DeclaredField column, Set<Trait> traits, Function<V, String> write, Function<String, V> read) {
        super(column, traits);
        this.rule = TextRule.body(column.limit());
        this.write = write;
        this.read = read;
    }

    @Override
    public V check(V value) {
        String code = write.apply(value);
        if (code == null) {
            throw new IllegalArgumentException(name() + " has a value without a code");
        }
        rule.check(name() + " has a code that", code);
        return value;
    }

    @Override
    Object toColumn(V value) {
        return write.apply(value);
    }

    @Override
    V fromColumn(Object stored) {
        return read.apply((String) stored);
    }
}
