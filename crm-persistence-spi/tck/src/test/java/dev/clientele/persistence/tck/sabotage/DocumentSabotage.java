package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.InvalidRecordException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.tck.ForwardingSession;
import dev.clientele.persistence.tck.sabotage.Sabotage.BrokenSessions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Adapters that change what they store, or don't look at versions and values. */
final class DocumentSabotage {

    private DocumentSabotage() {}

    static Stream<Sabotage> all() {
        return Stream.of(
                stores("trims texts", values(value -> value instanceof String text ? text.strip() : value)),
                stores("reads an empty text as no value", DocumentSabotage::withoutEmptyTexts),
                stores("keeps instants to the millisecond", values(DocumentSabotage::toMillis)),
                stores("keeps decimals as doubles", values(DocumentSabotage::throughDouble)),
                stores(
                        "keeps integers as doubles",
                        values(value -> value instanceof Long number ? Long.valueOf((long) (double) number) : value)),
                stores(
                        "composes accents",
                        values(value -> value instanceof String text
                                ? Normalizer.normalize(text, Normalizer.Form.NFC)
                                : value)),
                stores(
                        "closes up white space in bodies",
                        document -> body(document, document.body().replaceAll("\\s+", " "))),
                stores(
                        "cuts long bodies",
                        document -> body(
                                document,
                                document.body()
                                        .substring(
                                                0,
                                                Math.min(65_535, document.body().length())))),
                Sabotage.sessions("D1", "counts a limit in UTF-16 units", "RoundTrips", CountsUnits::new),
                Sabotage.sessions("D1", "keeps fields that a replacement leaves out", "Documents", Merges::new),
                Sabotage.knowing("D2", "writes a batch one by one", "Documents", OneByOne::new),
                Sabotage.sessions("D3", "drops the version check of replacements", "Documents", Forgiving::new),
                Sabotage.sessions("D3", "inserts over what is there", "Documents", Upserts::new),
                Sabotage.sessions("D3", "deletes any version", "Documents", DeletesAnyVersion::new),
                Sabotage.sessions("D3", "takes no notice of checks", "Documents", SkipsChecks::new),
                Sabotage.sessions("D3", "names the first conflict only", "Documents", NamesOne::new),
                Sabotage.sessions("D4", "overwrites at commit", "Races", OverwritesAtCommit::new),
                Sabotage.sessions("D3", "checks before commit only", "Races", ChecksEarly::new),
                Sabotage.knowing("D10", "checks without a trace", "Races", ChecksWithoutTrace::new),
                Sabotage.sessions("D9", "leaves undeclared fields out", "Documents", DropsUndeclared::new),
                Sabotage.sessions("D9", "cuts texts to their limit", "Documents", CutsTexts::new));
    }

    private static Sabotage stores(String name, UnaryOperator<Document> change) {
        return Sabotage.sessions("D1", name, "RoundTrips", session -> new Storing(session, change));
    }

    private static UnaryOperator<Document> values(UnaryOperator<Object> change) {
        return document -> {
            Map<String, Object> fields = new TreeMap<>(document.fields());
            fields.replaceAll((name, value) -> change.apply(value));
            return fields(document, fields);
        };
    }

    private static Document withoutEmptyTexts(Document document) {
        Map<String, Object> fields = new TreeMap<>(document.fields());
        fields.values().removeIf(""::equals);
        return fields(document, fields);
    }

    private static Object toMillis(Object value) {
        return value instanceof Instant instant ? instant.truncatedTo(ChronoUnit.MILLIS) : value;
    }

    private static Object throughDouble(Object value) {
        return value instanceof BigDecimal decimal
                ? new BigDecimal(decimal.doubleValue()).setScale(decimal.scale(), RoundingMode.HALF_EVEN)
                : value;
    }

    static Document fields(Document document, Map<String, Object> fields) {
        return new Document(document.type(), document.id(), document.version(), fields, document.body());
    }

    private static Document body(Document document, String body) {
        return new Document(document.type(), document.id(), document.version(), document.fields(), body);
    }

    /** A session that changes each write before it is done. */
    private abstract static class Changing extends ForwardingSession {
        Changing(StorageSession inner) {
            super(inner);
        }

        abstract Stream<Write> change(Write write);

        @Override
        public void write(List<? extends Write> batch) {
            inner.write(batch.stream().flatMap(this::change).toList());
        }

        final long stored(Write write) {
            return inner.find(write.type(), write.id()).map(Document::version).orElse(0L);
        }
    }

    private static final class Storing extends Changing {
        private final UnaryOperator<Document> change;

        Storing(StorageSession inner, UnaryOperator<Document> change) {
            super(inner);
            this.change = change;
        }

        @Override
        Stream<Write> change(Write write) {
            if (write instanceof Write.Insert insert) {
                return Stream.of(new Write.Insert(change.apply(insert.document())));
            }
            return Stream.of(write);
        }
    }

    private static final class CountsUnits extends Changing {
        CountsUnits(StorageSession inner) {
            super(inner);
        }

        @Override
        Stream<Write> change(Write write) {
            if (write instanceof Write.Insert insert
                    && insert.document().read("title") instanceof String title
                    && title.length() > 40) {
                throw new InvalidRecordException(write.type(), "title", "is too long");
            }
            return Stream.of(write);
        }
    }

    private static final class Merges extends Changing {
        Merges(StorageSession inner) {
            super(inner);
        }

        @Override
        Stream<Write> change(Write write) {
            if (write instanceof Write.Replace replace) {
                Map<String, Object> fields = new TreeMap<>();
                inner.find(write.type(), write.id()).ifPresent(before -> fields.putAll(before.fields()));
                fields.putAll(replace.document().fields());
                return Stream.of(new Write.Replace(fields(replace.document(), fields)));
            }
            return Stream.of(write);
        }
    }

    private static final class OneByOne extends ForwardingSession {
        private final BrokenSessions storage;

        OneByOne(BrokenSessions storage, StorageSession inner) {
            super(inner);
            this.storage = storage;
        }

        @Override
        public void write(List<? extends Write> batch) {
            for (Write write : batch) {
                try (StorageSession other = storage.inner().write(tenant())) {
                    other.write(List.of(write));
                    other.commit();
                }
            }
        }
    }

    private static final class Forgiving extends Changing {
        Forgiving(StorageSession inner) {
            super(inner);
        }

        @Override
        Stream<Write> change(Write write) {
            long stored = stored(write);
            return write instanceof Write.Replace replace && stored > 0
                    ? Stream.of(new Write.Replace(replace.document().atVersion(stored)))
                    : Stream.of(write);
        }
    }

    private static final class Upserts extends Changing {
        Upserts(StorageSession inner) {
            super(inner);
        }

        @Override
        Stream<Write> change(Write write) {
            long stored = stored(write);
            return write instanceof Write.Insert insert && stored > 0
                    ? Stream.of(new Write.Replace(insert.document().atVersion(stored)))
                    : Stream.of(write);
        }
    }

    private static final class DeletesAnyVersion extends Changing {
        DeletesAnyVersion(StorageSession inner) {
            super(inner);
        }

        @Override
        Stream<Write> change(Write write) {
            long stored = stored(write);
            return write instanceof Write.Delete && stored > 0
                    ? Stream.of(new Write.Delete(write.type(), write.id(), stored))
                    : Stream.of(write);
        }
    }

    private static final class SkipsChecks extends Changing {
        SkipsChecks(StorageSession inner) {
            super(inner);
        }

        @Override
        Stream<Write> change(Write write) {
            return write instanceof Write.Check ? Stream.empty() : Stream.of(write);
        }
    }

    /** Checks when it writes, and lets go of the check. */
    private static final class ChecksEarly extends Changing {
        ChecksEarly(StorageSession inner) {
            super(inner);
        }

        @Override
        Stream<Write> change(Write write) {
            if (write instanceof Write.Check check) {
                if (stored(write) != check.version()) {
                    throw new ConflictException(List.of(DocumentKey.of(write)), null);
                }
                return Stream.empty();
            }
            return Stream.of(write);
        }
    }

    /** Checks at commit, but in a way that nobody else can notice. */
    private static final class ChecksWithoutTrace extends Changing {
        private final BrokenSessions storage;
        private final List<Write.Check> checks = new ArrayList<>();

        ChecksWithoutTrace(BrokenSessions storage, StorageSession inner) {
            super(inner);
            this.storage = storage;
        }

        @Override
        Stream<Write> change(Write write) {
            if (write instanceof Write.Check check) {
                checks.add(check);
                return Stream.empty();
            }
            return Stream.of(write);
        }

        @Override
        public void commit() {
            for (Write.Check check : checks) {
                long now = storage.fresh(
                        tenant(),
                        other -> other.find(check.type(), check.id())
                                .map(Document::version)
                                .orElse(0L));
                if (now != check.version()) {
                    throw new ConflictException(List.of(DocumentKey.of(check)), null);
                }
            }
            inner.commit();
        }
    }

    private static final class NamesOne extends ForwardingSession {
        NamesOne(StorageSession inner) {
            super(inner);
        }

        @Override
        public void write(List<? extends Write> batch) {
            try {
                inner.write(batch);
            } catch (ConflictException e) {
                throw new ConflictException(e.documents().subList(0, 1), e);
            }
        }
    }

    private static final class OverwritesAtCommit extends ForwardingSession {
        OverwritesAtCommit(StorageSession inner) {
            super(inner);
        }

        @Override
        public void commit() {
            try {
                inner.commit();
            } catch (ConflictException e) {
                // last writer wins, or so it says
            }
        }
    }

    private static final class DropsUndeclared extends Changing {
        DropsUndeclared(StorageSession inner) {
            super(inner);
        }

        @Override
        Stream<Write> change(Write write) {
            if (write instanceof Write.Insert insert) {
                Map<String, Object> fields = new TreeMap<>(insert.document().fields());
                fields.remove("unknown");
                return Stream.of(new Write.Insert(fields(insert.document(), fields)));
            }
            return Stream.of(write);
        }
    }

    private static final class CutsTexts extends Changing {
        CutsTexts(StorageSession inner) {
            super(inner);
        }

        @Override
        Stream<Write> change(Write write) {
            if (write instanceof Write.Insert insert
                    && insert.document().read("title") instanceof String title
                    && title.codePointCount(0, title.length()) > 40) {
                Map<String, Object> fields = new TreeMap<>(insert.document().fields());
                fields.put("title", title.substring(0, 40));
                return Stream.of(new Write.Insert(fields(insert.document(), fields)));
            }
            return Stream.of(write);
        }
    }
}
