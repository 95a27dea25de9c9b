package dev.clientele.persistence.tck.keyvalue;

import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.TenantId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a tenant's entries of one log: by key, subject, label and position, and their number. */
final class LogRows {

    private final Rows rows;
    private final Set<Fault> faults;
    private final String log;
    private final String tenant;

    LogRows(Rows rows, Set<Fault> faults, String log, TenantId tenant) {
        this.rows = rows;
        this.faults = faults;
        this.log = log;
        this.tenant = tenant.value();
    }

    @Nullable
    LogEntry find(String key) {
        return (LogEntry) rows.get(path("entry", folded(key)));
    }

    boolean isTaken(String key) {
        return find(key) != null || rows.get(path("pruned", folded(key))) != null;
    }

    void add(LogEntry entry) {
        String key = folded(entry.key());
        rows.put(path("entry", key), entry);
        int number = 0;
        for (UUID subject : entry.subjects()) {
            if (number++ < 2 || !faults.contains(Fault.TWO_SUBJECTS_AT_MOST)) {
                rows.put(path("subject", subject, key), entry);
            }
        }
        labels(entry, path -> rows.put(path, key));
        rows.add(path("count"), 1);
    }

    void assignPosition(String given) {
        String key = folded(given);
        LogEntry entry = Objects.requireNonNull(find(key));
        long last = faults.contains(Fault.PRUNED_POSITIONS_ANEW)
                ? rows.below(path("position")).size()
                : rows.number(path("last"));
        rows.put(path("last"), last + 1);
        place(key, entry.atPosition(new Position(0, last + 1)));
    }

    private void place(String key, LogEntry entry) {
        rows.put(path("entry", key), entry);
        rows.put(
                path("position", digits(Objects.requireNonNull(entry.position()).second())), key);
        for (UUID subject : entry.subjects()) {
            if (rows.get(path("subject", subject, key)) != null) {
                rows.put(path("subject", subject, key), entry);
            }
        }
    }

    /** Returns the entries behind a position that are there, in order. */
    Stream<LogEntry> after(Position position) {
        String from = path("position", digits(position.first() > 0 ? Long.MAX_VALUE : position.second()));
        return rows.below(path("position")).tailMap(from, false).values().stream()
                .map(this::atPosition);
    }

    private LogEntry atPosition(Object row) {
        return row instanceof LogEntry kept ? kept : Objects.requireNonNull(find((String) row));
    }

    Stream<LogEntry> all() {
        return rows.below(path("entry")).values().stream().map(LogEntry.class::cast);
    }

    Stream<LogEntry> about(UUID subject) {
        return rows.below(path("subject", subject)).values().stream().map(LogEntry.class::cast);
    }

    Stream<LogEntry> labelled(String label) {
        return rows.below(path("label", label)).values().stream()
                .flatMap(key -> Stream.ofNullable((LogEntry) rows.get(path("entry", key))));
    }

    long count() {
        return rows.number(path("count"));
    }

    void prune(LogEntry entry) {
        String key = folded(entry.key());
        String place =
                path("position", digits(Objects.requireNonNull(entry.position()).second()));
        rows.remove(path("entry", key));
        if (faults.contains(Fault.PRUNED_STILL_FOLLOWED)) {
            rows.put(place, entry);
        } else {
            rows.remove(place);
        }
        if (!faults.contains(Fault.PRUNED_STILL_UNDER_SUBJECTS)) {
            entry.subjects().forEach(subject -> rows.remove(path("subject", subject, key)));
        }
        labels(entry, rows::remove);
        if (!faults.contains(Fault.PRUNED_STILL_COUNTED)) {
            rows.add(path("count"), -1);
        }
        if (!faults.contains(Fault.PRUNED_KEY_IS_FREE)) {
            rows.put(path("pruned", key), "");
        }
    }

    void redact(LogEntry held, LogEntry after) {
        String key = folded(held.key());
        if (!faults.contains(Fault.REDACTED_STILL_LABELLED)) {
            labels(held, rows::remove);
        }
        rows.put(path("entry", key), after);
        if (!faults.contains(Fault.REDACTED_NOT_UNDER_SUBJECTS)) {
            held.subjects().forEach(subject -> rows.put(path("subject", subject, key), after));
        }
        labels(after, path -> rows.put(path, key));
    }

    /** Gives an entry another position, as it must not be. */
    void move(String key) {
        LogEntry entry = Objects.requireNonNull(find(key));
        rows.remove(
                path("position", digits(Objects.requireNonNull(entry.position()).second())));
        assignPosition(key);
    }

    private void labels(LogEntry entry, Consumer<String> change) {
        for (Object row : rows.below(Rows.path("schema", log, "index")).values()) {
            if (entry.read(((Index) row).fields().get(0)) instanceof Set<?> set) {
                set.forEach(label -> change.accept(path("label", label, folded(entry.key()))));
            }
        }
    }

    private String folded(String key) {
        String folded = key;
        if (faults.contains(Fault.LOG_KEYS_WITHOUT_CASE)) {
            folded = folded.toLowerCase(Locale.ROOT);
        }
        if (faults.contains(Fault.LOG_KEYS_WITHOUT_TRAILING_SPACE)) {
            folded = folded.stripTrailing();
        }
        if (faults.contains(Fault.LOG_KEYS_COMPOSED)) {
            folded = Normalizer.normalize(folded, Normalizer.Form.NFC);
        }
        return faults.contains(Fault.LOG_KEYS_OF_THE_BMP) ? folded.replaceAll("[^\\u0000-\\uFFFF]", "?") : folded;
    }

    private String path(String kind, Object... rest) {
        return rest.length == 0 ? Rows.path(kind, log, tenant) : Rows.path(kind, log, tenant, Rows.path(rest));
    }

    private static String digits(long number) {
        String digits = Long.toString(number);
        return "0".repeat(19 - digits.length()) + digits;
    }
}
