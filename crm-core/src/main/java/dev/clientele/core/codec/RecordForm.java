package dev.clientele.core.codec;

import com.google.common.collect.ImmutableList;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.UniqueKey;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The stored form of a record type.
 *
 * @param name the type's name
 * @param fields the codecs of its fields in order of declaration
 * @param uniqueKeys the unique keys
 * @param indexes the indexes
 * @param upcasters the conversions of JSON data from each version of the form to the next
 */
public record RecordForm(
        String name,
        List<FieldCodec<?>> fields,
        List<UniqueKey> uniqueKeys,
        List<Index> indexes,
        List<UnaryOperator<Map<String, Object>>> upcasters) {

    /** Copies the lists. */
    public RecordForm {
        fields = ImmutableList.copyOf(fields);
        uniqueKeys = ImmutableList.copyOf(uniqueKeys);
        indexes = ImmutableList.copyOf(indexes);
        upcasters = ImmutableList.copyOf(upcasters);
    }

    /** Returns these columns, followed by those of the fields. */
    List<DeclaredField> columnsAfter(DeclaredField... own) {
        ImmutableList.Builder<DeclaredField> columns = ImmutableList.builder();
        columns.add(own);
        fields.forEach(field -> columns.addAll(field.columns()));
        return columns.build();
    }
}
