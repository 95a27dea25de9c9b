package dev.clientele.core.entity;

import dev.clientele.core.codec.ColumnCodec;
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

    CodedField(DeclaredField column, Set<Trait> traits, Function<V, String> write, Function<String, V> read) {
        super(
                new ColumnCodec<>(
                        header(column.name(), traits),
                        column,
                        value -> checkCode(column, value, write.apply(value)),
                        write::apply,
                        stored -> read.apply((String) stored)),
                traits);
    }

    private static <V> V checkCode(DeclaredField column, V value, String code) {
        if (code == null) {
            throw new IllegalArgumentException(column.name() + " has a value without a code");
        }
        TextRule.body(column.limit()).check(column.name() + " has a code that", code);
        return value;
    }
}
