package dev.clientele.b2b.deal.approval;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The digest of what an approval covers: equal exactly if all covered fields have equal values. */
final class CoveredFields {

    private CoveredFields() {}

    /** Returns the SHA-256 of a deal's values in these fields, in hexadecimal digits. */
    static String digest(Opportunity deal, Collection<String> fields) {
        Map<String, Object> values = deal.entityType().toJson(deal);
        Hasher hasher = Hashing.sha256().newHasher();
        for (String field : new TreeSet<>(fields)) {
            put(hasher, field);
            put(hasher, values.get(field));
        }
        return hasher.hash().toString();
    }

    private static void put(Hasher hasher, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            hasher.putChar('{').putInt(map.size());
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, entry) -> sorted.put(String.valueOf(key), entry));
            sorted.forEach((key, entry) -> {
                put(hasher, key);
                put(hasher, entry);
            });
        } else if (value instanceof List<?> list) {
            hasher.putChar('[').putInt(list.size());
            list.forEach(entry -> put(hasher, entry));
        } else if (value instanceof Number number) {
            putText(
                    hasher,
                    '0',
                    new BigDecimal(number.toString()).stripTrailingZeros().toPlainString());
        } else {
            putText(hasher, value == null ? '-' : value instanceof String ? '"' : '!', String.valueOf(value));
        }
    }

    private static void putText(Hasher hasher, char kind, String text) {
        hasher.putChar(kind).putInt(text.length()).putString(text, StandardCharsets.UTF_8);
    }
}
