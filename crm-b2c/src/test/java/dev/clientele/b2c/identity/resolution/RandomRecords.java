package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.record.Identifier;
import dev.clientele.b2c.identity.record.IdentifierRule;
import dev.clientele.b2c.identity.record.IdentifierRules;
import dev.clientele.b2c.identity.record.IdentifierType;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.core.customer.PersonName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Random records that share identifiers, with rules and decisions that keep some of them apart. */
record RandomRecords(Random random) {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<String> NAMES = List.of("Ana Silva", "Bo Chen", "Cy Dorn", "Di Evans");

    MatchPolicy policy() {
        MatchPolicy policy = MatchPolicy.of(new IdentifierRules(List.of(
                IdentifierRule.of(IdentifierType.USER, 20).asExclusive(),
                IdentifierRule.of(IdentifierType.LOYALTY_CARD, 30)
                        .atMostPerPerson(2)
                        .atMostPersons(2),
                IdentifierRule.of(IdentifierType.DEVICE, 60)
                        .atMostPerPerson(3, Duration.ofDays(5))
                        .atMostPersons(1),
                IdentifierRule.of(IdentifierType.COOKIE, 70).atMostPersons(2))));
        return random.nextBoolean() ? policy.withDistinctSource("crm") : policy;
    }

    List<SourceRecord> records(int most) {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = random.nextInt(most); i >= 0; i--) {
            records.add(record(i));
        }
        return records;
    }

    SourceRecord record(int number) {
        SourceRecord record = random.nextInt(12) == 0
                ? SourceRecord.of(
                        SourceRecord.BY_HAND, id("crm", random.nextInt(20)).toString())
                : SourceRecord.of(one(List.of("shop", "crm", "web")), Integer.toString(number));
        record = record.said(START.plus(Duration.ofHours(random.nextInt(1000))));
        if (random.nextInt(3) == 0) {
            record = record.name(PersonName.of(one(NAMES)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            IdentifierType type = one(List.of(
                    IdentifierType.USER, IdentifierType.LOYALTY_CARD, IdentifierType.DEVICE, IdentifierType.COOKIE));
            String value = random.nextInt(10) == 0 ? "anonymous" : "v" + random.nextInt(8);
            record = record.identifier(new Identifier(type.name(), value, random.nextInt(3) > 0));
        }
        return record;
    }

    List<HandDecision> decisions(List<SourceRecord> records) {
        List<HandDecision> decisions = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Set<UUID> one = Set.of(id(one(records)));
            Set<UUID> other = new HashSet<>(Set.of(id(one(records))));
            if (random.nextBoolean()) {
                other.add(id(one(records)));
            }
            other.removeAll(one);
            if (!other.isEmpty()) {
                decisions.add(new HandDecision(random.nextBoolean(), one, other));
            }
        }
        return decisions;
    }

    static RecordRef ref(SourceRecord record) {
        return new RecordRef(record.source(), record.externalId());
    }

    private static UUID id(SourceRecord record) {
        return IdentityIndex.idOf(ref(record));
    }

    private static UUID id(String source, int number) {
        return IdentityIndex.idOf(new RecordRef(source, Integer.toString(number)));
    }

    <E> E one(List<E> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
