package dev.clientele.core.codec;

import com.google.common.collect.ImmutableList;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.UniqueKey;
import java.util.List;

/**
 * The stored form of a record type.
 *
 * @param name the type's name
 * @param fields the codecs of its fields in order of declaration
 * @param formers the codecs of fields that older versions had
 * @param uniqueKeys the unique keys
 * @param indexes the indexes
 * @param chains the versions of the form by owner, in the order in which they are upcast
 * @param refusesNewer whether no record that a newer version has stored is to be read
 */
public record RecordForm(
        String name,
        List<FieldCodec<?>> fields,
        List<FieldCodec<?>> formers,
        List<UniqueKey> uniqueKeys,
        List<Index> indexes,
        List<VersionChain> chains,
        boolean refusesNewer) {

    /** Copies the lists. */
    public RecordForm {
        fields = ImmutableList.copyOf(fields);
        formers = ImmutableList.copyOf(formers);
        uniqueKeys = ImmutableList.copyOf(uniqueKeys);
        indexes = ImmutableList.copyOf(indexes);
        chains = ImmutableList.copyOf(chains);
    }

    /** Returns these columns, followed by those of the fields, former ones too. */
    List<DeclaredField> columnsAfter(DeclaredField... own) {
        ImmutableList.Builder<DeclaredField> columns = ImmutableList.builder();
        columns.add(own);
        fields.forEach(field -> columns.addAll(field.columns()));
        formers.forEach(field -> columns.addAll(field.columns()));
        return columns.build();
    }
}
