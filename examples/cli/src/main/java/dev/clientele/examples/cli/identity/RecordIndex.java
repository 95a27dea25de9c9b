package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.linkage.LinkageRecord;
import dev.clientele.b2c.identity.linkage.LinkageSource;
import dev.clientele.b2c.identity.linkage.RecordRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds records by their ids, which several files may have in common. */
final class RecordIndex {

    /** Two records that were named. */
    record RefPair(RecordRef first, RecordRef second) {}

    private final List<String> sources = new ArrayList<>();
    private final Map<String, Map<String, LinkageRecord>> records = new HashMap<>();

    RecordIndex(List<LinkageSource> all) {
        for (LinkageSource source : all) {
            Map<String, LinkageRecord> byId = new HashMap<>();
            source.records().forEach(record -> byId.put(record.id(), record));
            records.put(source.name(), byId);
            sources.add(source.name());
        }
    }

    Optional<LinkageRecord> record(RecordRef ref) {
        return Optional.ofNullable(records.getOrDefault(ref.source(), Map.of()).get(ref.id()));
    }

    /** The record of this id in the file of this name. */
    Optional<RecordRef> inFile(String source, String id) {
        RecordRef ref = new RecordRef(source, id);
        return record(ref).map(found -> ref);
    }

    /** The record of this id if exactly one file has it. */
    Optional<RecordRef> find(String id) {
        List<RecordRef> found = all(id);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The records of this id in all files. */
    List<RecordRef> all(String id) {
        return sources.stream().flatMap(source -> inFile(source, id).stream()).toList();
    }

    /** The records of two ids; those that both of two files have are taken by the order of the files. */
    Optional<RefPair> find(String first, String second) {
        Optional<RecordRef> one = find(first);
        Optional<RecordRef> other = find(second);
        if (one.isPresent() && other.isPresent()) {
            return pair(one, other);
        }
        if (sources.size() != 2) {
            return Optional.empty();
        }
        Optional<RefPair> inOrder = pair(inFile(sources.get(0), first), inFile(sources.get(1), second));
        return inOrder.isPresent() ? inOrder : pair(inFile(sources.get(1), first), inFile(sources.get(0), second));
    }

    static Optional<RefPair> pair(Optional<RecordRef> first, Optional<RecordRef> second) {
        return first.flatMap(one -> second.map(other -> new RefPair(one, other)));
    }
}
