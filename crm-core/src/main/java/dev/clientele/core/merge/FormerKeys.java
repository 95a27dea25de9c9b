package dev.clientele.core.merge;

import com.google.common.hash.Hashing;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.TextField;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;
import java.util.TreeSet;

/** The digests of the texts by which a record is known: its type, field and value, of which no text can be read back. */
final class FormerKeys {

    /** The number of characters of a digest: 128 bits. */
    static final int LENGTH = 32;

    private FormerKeys() {}

    /** Returns the digests of all texts of a record that have columns. */
    static <T extends Entity<T>> Set<String> of(Iterable<? extends Field<T, ?>> fields, String type, T record) {
        Set<String> digests = new TreeSet<>();
        for (Field<T, ?> field : fields) {
            if (field instanceof TextField<?>) {
                record.find(field).ifPresent(value -> digests.add(of(type, field.name(), value.toString())));
            }
        }
        return digests;
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
