package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.identity.record.HandEdit;
import dev.clientele.b2c.identity.record.Statement;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.ProjectedFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A field with one value, or fields whose values come from one record. */
class ValuePart<V> implements PersonPart {

    /** The fields that the part reads and writes. */
    interface Access<V> {

        @Nullable
        V read(Person person);

        Person write(Person person, @Nullable V value);

        /** Writes the value as text: equal values have equal ones. */
        String text(V value);
    }

    private final String name;
    private final List<String> fields;
    private final Access<V> access;
    private final BiPredicate<SaidRecord, V> verified;

    ValuePart(String name, List<String> fields, Access<V> access, BiPredicate<SaidRecord, V> verified) {
        this.name = name;
        this.fields = fields;
        this.access = access;
        this.verified = verified;
    }

    @Override
    public Person project(Person person, List<SaidRecord> records, SurvivorshipRules rules) {
        List<Candidate<V>> candidates = candidates(records);
        V value = candidates.isEmpty() ? null : choose(candidates, rules).value();
        return Objects.equals(access.read(person), value) ? person : access.write(person, value);
    }

    final List<Candidate<V>> candidates(List<SaidRecord> records) {
        List<Candidate<V>> candidates = new ArrayList<>(records.size());
        for (SaidRecord record : records) {
            V value = access.read(record.said());
            if (value != null) {
                candidates.add(new Candidate<>(
                        record, value, access.text(value), saidAt(record), verified.test(record, value), 0));
            } else if (record.empties(name)) {
                candidates.add(new Candidate<>(record, null, "", saidAt(record), false, 0));
            }
        }
        return candidates;
    }

    private Instant saidAt(SaidRecord record) {
        if (!record.isByHand()) {
            return record.saidAt();
        }
        Map<String, Object> now = values(record.latest());
        return record.since(statement ->
                record.empties(name) == statement.edits().containsKey(name) && now.equals(values(statement)));
    }

    private Map<String, Object> values(Statement statement) {
        Map<String, Object> values = new HashMap<>(statement.person());
        values.keySet().retainAll(fields);
        return values;
    }

    private Candidate<V> choose(List<Candidate<V>> candidates, SurvivorshipRules rules) {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        Map<String, Integer> records = new HashMap<>();
        candidates.stream()
                .filter(each -> each.value() != null)
                .forEach(each -> records.merge(each.text(), 1, Integer::sum));
        return candidates.stream()
                .min(new CandidateOrder(rules.of(name), each -> records.getOrDefault(each.text(), 0)))
                .orElseThrow();
    }

    @Override
    public void digest(Person person, Map<String, String> values, Map<String, List<String>> elements) {
        String digest = digest(person);
        if (digest != null) {
            values.put(name, digest);
        }
    }

    private @Nullable String digest(Person person) {
        V value = access.read(person);
        return value == null ? null : Digests.of(access.text(value));
    }

    @Override
    public void capture(Person person, ProjectedFields last, HandStatement entered) {
        if (Objects.equals(digest(person), last.values().get(name))) {
            return;
        }
        V value = access.read(person);
        entered.say(said -> access.write(said, value));
        if (value == null) {
            entered.put(name, HandEdit.EMPTIED);
        } else {
            entered.drop(name);
        }
    }
}
