package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.ComparedValue;
import dev.clientele.b2c.identity.comparison.Fingerprint;
import dev.clientele.b2c.identity.comparison.ValueComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prepared records of a linkage in the order of source and id, so that nothing depends on the order they came in. */
final class RecordTable {
    private final List<RecordAttribute> attributes;
    private final LinkMode mode;
    private final PreparedRecord[] records;
    private final int[] sources;
    private final List<TermFrequencies> counted;
    private final boolean[] fixed;
    private List<TermFrequencies> frequencies;

    private RecordTable(
            List<RecordAttribute> attributes,
            LinkMode mode,
            PreparedRecord[] records,
            int[] sources,
            List<TermFrequencies> counted,
            boolean[] fixed) {
        this.attributes = attributes;
        this.mode = mode;
        this.records = records;
        this.sources = sources;
        this.counted = counted;
        this.fixed = fixed;
        this.frequencies = counted;
        setSurprisals();
    }

    static RecordTable of(List<RecordAttribute> attributes, List<LinkageSource> sources, LinkageSettings settings) {
        return read(attributes, sources, settings, List.of());
    }

    /** With the frequencies that a model was fitted on. */
    static RecordTable of(LinkageModel model, List<LinkageSource> sources, LinkageSettings settings) {
        return read(model.attributes(), sources, settings, model.frequencies());
    }

    private static RecordTable read(
            List<RecordAttribute> attributes,
            List<LinkageSource> sources,
            LinkageSettings settings,
            List<TermFrequencies> fitted) {
        int size = sources.stream().mapToInt(source -> source.records().size()).sum();
        PreparedRecord[] records = new PreparedRecord[size];
        int[] sourceOf = new int[size];
        ValueDictionary[] dictionaries = attributes.stream()
                .map(attribute -> new ValueDictionary(ValueComparison.of(attribute.kind())))
                .toArray(ValueDictionary[]::new);
        int next = 0;
        List<LinkageSource> inOrder = new ArrayList<>(sources);
        inOrder.sort(Comparator.comparing(LinkageSource::name));
        for (int s = 0; s < inOrder.size(); s++) {
            List<LinkageRecord> rows = new ArrayList<>(inOrder.get(s).records());
            rows.sort(Comparator.comparing(LinkageRecord::id));
            for (LinkageRecord row : rows) {
                sourceOf[next] = s;
                records[next++] = read(inOrder.get(s).name(), row, dictionaries);
            }
        }
        requireDistinct(records);
        List<TermFrequencies> frequencies = new ArrayList<>();
        boolean[] fixed = new boolean[dictionaries.length];
        for (int i = 0; i < dictionaries.length; i++) {
            TermFrequencies known = settings.populations().get(attributes.get(i).name());
            fixed[i] = known != null || !fitted.isEmpty();
            TermFrequencies found = known == null ? dictionaries[i].frequencies() : known;
            frequencies.add(fitted.isEmpty() ? found : fitted.get(i));
        }
        return new RecordTable(attributes, settings.mode(), records, sourceOf, List.copyOf(frequencies), fixed);
    }

    /**
     * Takes out of the frequencies what comes from people who are recorded twice.
     *
     * @param partners for each attribute the other records of a person that are expected to have the same value
     */
    void discountPartners(double[] partners) {
        List<TermFrequencies> cleaned = new ArrayList<>();
        for (int i = 0; i < partners.length; i++) {
            double least = attributes.get(i).kind().isExclusive() ? 0.1 : 0.3;
            int attribute = i;
            double total = Arrays.stream(records)
                    .filter(record -> record.at(attribute) != null)
                    .count();
            cleaned.add(
                    fixed[i] || total == 0
                            ? counted.get(i)
                            : counted.get(i).withoutPartners(total, partners[i], least));
        }
        frequencies = List.copyOf(cleaned);
        setSurprisals();
    }

    private void setSurprisals() {
        for (int i = 0; i < frequencies.size(); i++) {
            for (PreparedRecord record : records) {
                ComparedValue value = record.at(i);
                record.surprisals()[i] = value == null ? 0 : frequencies.get(i).surprisal(value);
            }
        }
    }

    private static PreparedRecord read(String source, LinkageRecord row, ValueDictionary[] dictionaries) {
        if (row.values().size() != dictionaries.length) {
            throw new IllegalArgumentException("each record must have " + dictionaries.length + " values but one had "
                    + row.values().size());
        }
        @Nullable ComparedValue[] values = new ComparedValue[dictionaries.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = dictionaries[i].read(row.values().get(i));
        }
        return new PreparedRecord(new RecordRef(source, row.id()), values, new float[values.length]);
    }

    private static void requireDistinct(PreparedRecord[] records) {
        for (int i = 1; i < records.length; i++) {
            if (records[i].ref().equals(records[i - 1].ref())) {
                throw new IllegalArgumentException(
                        "the records of a source must have different ids, and sources different names");
            }
        }
    }

    int size() {
        return records.length;
    }

    PreparedRecord record(int index) {
        return records[index];
    }

    List<RecordAttribute> attributes() {
        return attributes;
    }

    List<TermFrequencies> frequencies() {
        return frequencies;
    }

    LinkMode mode() {
        return mode;
    }

    int source(int index) {
        return sources[index];
    }

    /** Returns true if two records may belong together at all. */
    boolean admits(int a, int b) {
        return a != b && mode.admits(sources[a], sources[b]);
    }

    /** A number drawn from the record's place, the same on every machine. */
    long draw(int index) {
        RecordRef ref = records[index].ref();
        return Fingerprint.of(Fingerprint.of(ref.source()), Fingerprint.of(ref.id()));
    }

    /** Pairs that may belong together. */
    double pairs() {
        double all = (double) records.length * (records.length - 1) / 2;
        if (mode == LinkMode.DEDUPLICATE) {
            return all;
        }
        int start = 0;
        for (int i = 1; i <= records.length; i++) {
            if (i == records.length || sources[i] != sources[start]) {
                all -= (double) (i - start) * (i - start - 1) / 2;
                start = i;
            }
        }
        return all;
    }
}
