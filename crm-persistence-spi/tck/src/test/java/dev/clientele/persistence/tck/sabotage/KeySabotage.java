package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.tck.ForwardingSession;
import dev.clientele.persistence.tck.ForwardingStorage;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adapters that take unique keys more or less seriously than they should. */
final class KeySabotage {

    private KeySabotage() {}

    static Stream<Sabotage> all() {
        return Stream.of(
                Sabotage.storage("D5", "forgets unique keys", "Keys", WithoutKeys::new),
                Sabotage.sessions(
                        "D5",
                        "folds the case of keys",
                        "Keys",
                        session -> new Stricter(session, "email", KeySabotage::sameWithoutCase)),
                Sabotage.sessions(
                        "D5",
                        "takes missing key values for equal",
                        "Keys",
                        session -> new Stricter(session, "country", KeySabotage::sameCountryWithoutNumber)),
                Sabotage.sessions("D5", "names the wrong key", "Keys", NamesWrongKey::new),
                Sabotage.sessions("D5", "tells the value of a key", "Keys", TellsValue::new),
                Sabotage.sessions("D5", "judges keys before deletes", "Keys", DeletesLast::new),
                Sabotage.sessions("D5", "swaps nothing though it says so", "Keys", RefusesSwaps::new));
    }

    private static boolean sameWithoutCase(Document one, Document other) {
        return one.read("email") instanceof String a
                && other.read("email") instanceof String b
                && a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT));
    }

    private static boolean sameCountryWithoutNumber(Document one, Document other) {
        @Nullable Object country = one.read("country");
        return country != null
                && country.equals(other.read("country"))
                && one.read("number") == null
                && other.read("number") == null;
    }

    private static final class WithoutKeys extends ForwardingStorage {
        WithoutKeys(Storage inner) {
            super(inner);
        }

        @Override
        public Migration migration(Schema schema) {
            List<DocumentType> types = schema.documents().stream()
                    .map(type -> new DocumentType(type.name(), type.fields(), List.of(), type.indexes()))
                    .toList();
            return inner.migration(new Schema(types, schema.logs()));
        }
    }

    private static final class Stricter extends ForwardingSession {
        private final String key;
        private final BiPredicate<Document, Document> same;

        Stricter(StorageSession inner, String key, BiPredicate<Document, Document> same) {
            super(inner);
            this.key = key;
            this.same = same;
        }

        @Override
        public void write(List<? extends Write> batch) {
            inner.write(batch);
            for (Write write : batch) {
                if (write instanceof Write.Insert insert && write.type().equals("member")) {
                    try (Stream<Document> rows = inner.scan(Query.all("member"))) {
                        if (rows.anyMatch(row -> !row.id().equals(write.id()) && same.test(row, insert.document()))) {
                            throw new DuplicateKeyException(write.type(), key, null);
                        }
                    }
                }
            }
        }
    }

    private static final class NamesWrongKey extends ForwardingSession {
        NamesWrongKey(StorageSession inner) {
            super(inner);
        }

        @Override
        public void write(List<? extends Write> batch) {
            try {
                inner.write(batch);
            } catch (DuplicateKeyException e) {
                throw new DuplicateKeyException(e.type(), "crm_member_email_key", e);
            }
        }
    }

    private static final class TellsValue extends ForwardingSession {
        TellsValue(StorageSession inner) {
            super(inner);
        }

        @Override
        public void write(List<? extends Write> batch) {
            try {
                inner.write(batch);
            } catch (DuplicateKeyException e) {
                throw new DuplicateKeyException(e.type(), "email=ana@example.org", e);
            }
        }
    }

    private static final class DeletesLast extends ForwardingSession {
        DeletesLast(StorageSession inner) {
            super(inner);
        }

        @Override
        public void write(List<? extends Write> batch) {
            inner.write(batch.stream()
                    .filter(write -> !(write instanceof Write.Delete))
                    .toList());
            inner.write(batch.stream()
                    .filter(write -> write instanceof Write.Delete)
                    .toList());
        }
    }

    private static final class RefusesSwaps extends ForwardingSession {
        RefusesSwaps(StorageSession inner) {
            super(inner);
        }

        @Override
        public void write(List<? extends Write> batch) {
            if (batch.size() == 2 && batch.stream().allMatch(write -> write instanceof Write.Replace)) {
                throw new DuplicateKeyException(batch.get(0).type(), "email", null);
            }
            inner.write(batch);
        }
    }
}
