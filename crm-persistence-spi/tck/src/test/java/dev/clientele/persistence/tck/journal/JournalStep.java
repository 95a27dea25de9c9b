package dev.clientele.persistence.tck.journal;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** One thing that a transaction did, as it stands in the journal. */
sealed interface JournalStep extends Serializable {

    /** Does it once more. */
    void replay(StorageSession session);

    /** A write of a document: the kind and what it needs. */
    record Change(String kind, String type, UUID id, long version, TreeMap<String, Object> fields, String body)
            implements JournalStep {

        static Change of(Write write) {
            if (write instanceof Write.Insert insert) {
                return of("insert", insert.document());
            } else if (write instanceof Write.Replace replace) {
                return of("replace", replace.document());
            } else if (write instanceof Write.Delete delete) {
                return new Change("delete", delete.type(), delete.id(), delete.version(), new TreeMap<>(), "");
            }
            Write.Check check = (Write.Check) write;
            return new Change("check", check.type(), check.id(), check.version(), new TreeMap<>(), "");
        }

        private static Change of(String kind, Document document) {
            return new Change(
                    kind,
                    document.type(),
                    document.id(),
                    document.version(),
                    new TreeMap<>(document.fields()),
                    document.body());
        }

        private Write write() {
            Document document = new Document(type, id, version, fields, body);
            return switch (kind) {
                case "insert" -> new Write.Insert(document);
                case "replace" -> new Write.Replace(document);
                case "delete" -> new Write.Delete(type, id, version);
                default -> new Write.Check(type, id, version);
            };
        }

        @Override
        public void replay(StorageSession session) {
            session.write(List.of(write()));
        }
    }

    /** The computed values of a document. */
    record Computation(String type, TreeSet<String> fields, UUID id, TreeMap<String, Object> values)
            implements JournalStep {

        static Computation of(String type, Set<String> fields, ComputedValues row) {
            return new Computation(type, new TreeSet<>(fields), row.id(), new TreeMap<>(row.fields()));
        }

        @Override
        public void replay(StorageSession session) {
            session.compute(type, fields, List.of(new ComputedValues(id, values)));
        }
    }

    /** An entry in a log. */
    record Appended(
            String log, String key, TreeSet<UUID> subjects, Instant time, TreeMap<String, Object> fields, String body)
            implements JournalStep {

        static Appended of(String log, LogEntry entry) {
            return new Appended(
                    log,
                    entry.key(),
                    new TreeSet<>(entry.subjects()),
                    entry.occurredAt(),
                    new TreeMap<>(entry.fields()),
                    entry.body());
        }

        @Override
        public void replay(StorageSession session) {
            session.append(log, List.of(LogEntry.of(key, Set.copyOf(subjects), time, fields, body)));
        }
    }

    /** New content of an entry. */
    record Redacted(String log, String key, TreeMap<String, Object> fields, String body) implements JournalStep {

        static Redacted of(String log, Redaction redaction) {
            return new Redacted(log, redaction.key(), new TreeMap<>(redaction.fields()), redaction.body());
        }

        @Override
        public void replay(StorageSession session) {
            session.redact(log, List.of(new Redaction(key, fields, body)));
        }
    }

    /** The removal of a log's oldest entries. */
    record Pruned(String log, int limit) implements JournalStep {

        static Pruned of(Pruning pruning) {
            if (!pruning.where().equals(Criteria.always()) || pruning.upTo() != null) {
                throw new UnsupportedOperationException("this journal prunes a log's oldest entries only");
            }
            return new Pruned(pruning.log(), pruning.limit());
        }

        @Override
        public void replay(StorageSession session) {
            session.prune(new Pruning(log, Criteria.always(), null, limit));
        }
    }
}
