package dev.clientele.b2c.identity;

import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.identity.record.Identifier;
import dev.clientele.b2c.identity.record.IdentifierRule;
import dev.clientele.b2c.identity.record.IdentifierRules;
import dev.clientele.b2c.identity.record.IdentifierType;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.MatchPolicy;
import dev.clientele.core.customer.PersonName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random statements of systems about persons that share devices, cards and addresses, and correct later. */
record RandomArrivals(Random random) {

    private static final List<String> NAMES = List.of("Ana Silva", "Bo Chen", "Cy Dorn", "Di Evans");

    /** Limits so low that values turn generic, and people have more of them than they may. */
    static MatchPolicy policy() {
        return MatchPolicy.of(new IdentifierRules(List.of(
                IdentifierRule.of(IdentifierType.EXTERNAL_ID, 10),
                IdentifierRule.of(IdentifierType.USER, 20).asExclusive(),
                IdentifierRule.of(IdentifierType.EMAIL, 40).atMostPerPerson(2).atMostPersons(2),
                IdentifierRule.of(IdentifierType.DEVICE, 60).atMostPerPerson(3).atMostPersons(1),
                IdentifierRule.of(IdentifierType.COOKIE, 70).atMostPersons(2))));
    }

    List<SourceRecord> statements(int most) {
        List<SourceRecord> statements = new ArrayList<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            statements.add(statement());
        }
        return statements;
    }

    /** Of twelve records of each system, so that some are said again and otherwise; or a visit. */
    SourceRecord statement() {
        SourceRecord record = random.nextInt(4) == 0
                ? SourceRecord.sighting("web").cookie("c" + random.nextInt(6))
                : SourceRecord.of(one(List.of("shop", "crm")), "r" + random.nextInt(12));
        record = record.said(StoredTest.NOW.minus(Duration.ofMinutes(1 + random.nextInt(100_000))));
        if (random.nextBoolean()) {
            record = record.name(PersonName.of(one(NAMES)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            String value = "v" + random.nextInt(6);
            record = switch (random.nextInt(5)) {
                case 0 -> record.user(value);
                case 1, 2 -> record.email(value + "@example.com");
                case 3 -> record.device(value);
                default -> record.identifier(new Identifier(IdentifierType.COOKIE.name(), value, random.nextBoolean()));
            };
        }
        return record;
    }

    <E> E one(List<E> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
