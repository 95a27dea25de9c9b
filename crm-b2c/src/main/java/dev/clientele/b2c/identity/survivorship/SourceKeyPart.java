package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.person.Person;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key of a person: what it is as long as a record has it as its own, or people have entered it; else what people entered last, or
 * the key of the oldest record.
 */
final class SourceKeyPart extends ValuePart<String> {

    SourceKeyPart() {
        super(
                Person.SOURCE_KEY.name(),
                List.of(Person.SOURCE_KEY.name()),
                new FieldAccess<>(Person.SOURCE_KEY),
                (record, key) -> false);
    }

    @Override
    public Person project(Person person, List<SaidRecord> records, SurvivorshipRules rules) {
        List<Candidate<String>> entered =
                candidates(records.stream().filter(SaidRecord::isByHand).toList());
        String current = person.get(Person.SOURCE_KEY);
        if (current != null && isKeyOf(records, entered, current)) {
            return person;
        }
        String chosen = entered.isEmpty()
                ? oldest(records)
                : entered.stream()
                        .min(new CandidateOrder(rules.of(Person.SOURCE_KEY.name()), each -> 0))
                        .orElseThrow()
                        .value();
        return person.with(Person.SOURCE_KEY, chosen);
    }

    private static boolean isKeyOf(List<SaidRecord> records, List<Candidate<String>> entered, String key) {
        return entered.stream().anyMatch(each -> key.equals(each.value()))
                || records.stream()
                        .anyMatch(each -> each.hasOwnKey() && each.key().equals(key));
    }

    private static @Nullable String oldest(List<SaidRecord> records) {
        return records.stream()
                .filter(SaidRecord::hasOwnKey)
                .min(Comparator.comparing(SaidRecord::beganAt).thenComparing(SaidRecord::key))
                .map(SaidRecord::key)
                .orElse(null);
    }
}
