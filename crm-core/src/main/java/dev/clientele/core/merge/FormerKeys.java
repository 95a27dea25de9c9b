package dev.clientele.core.merge;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;

import com.google.common.hash.Hashing;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/** The digests of the texts by which a record is known: its type, field and value, of which no text can be read back. */
final class FormerKeys {

    /** The number of characters of a digest: 128 bits. */
    static final int LENGTH = 32;

    /** The most texts of one record: as many as a set of texts has elements. */
    private static final int MAX_COUNT = 1000;

    private FormerKeys() {}

    /**
     * Returns the digests of all texts of a record that have columns, and of the elements of its identifying sets, as many as a step
     * holds.
     */
    static <T extends Entity<T>> Set<String> of(Collection<? extends Field<T, ?>> fields, String type, T record) {
        Stream<String> texts = fields.stream()
                .filter(field -> field instanceof TextField<?>)
                .flatMap(field -> record.find(field).stream().map(value -> of(type, field.name(), value.toString())));
        Stream<String> elements = fields.stream()
                .filter(field -> field.hasTrait(Trait.IDENTIFYING))
                .flatMap(field -> record.find(field).stream()
                        .flatMap(value -> ((Set<?>) value).stream())
                        .map(element -> of(type, field.name(), element.toString())));
        return Stream.concat(texts, elements).distinct().limit(MAX_COUNT).collect(toImmutableSortedSet(naturalOrder()));
    }

    /** Returns the digest of a value of a field. */
    static String of(String type, String field, String value) {
        String text = type + '\0' + field + '\0' + Normalizer.normalize(value, Normalizer.Form.NFC);
        return Hashing.sha256()
                .hashString(text, StandardCharsets.UTF_8)
                .toString()
                .substring(0, LENGTH);
    }
}
