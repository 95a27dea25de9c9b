package dev.clientele.b2c.identity.record;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPointKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Everything by which a record may be linked. */
final class RecordIdentifiers {

    private RecordIdentifiers() {}

    static List<Identifier> of(SourceRecord record) {
        List<Identifier> found = new ArrayList<>(record.statement().identifiers());
        Person said = record.said();
        for (ContactPoint point : said.contactPoints().points()) {
            if (point.kind() == ContactPointKind.EMAIL) {
                found.add(new Identifier(IdentifierType.EMAIL.name(), point.key(), point.verified()));
            } else if (point.kind() == ContactPointKind.PHONE) {
                found.add(new Identifier(IdentifierType.PHONE.name(), withoutExtension(point.key()), point.verified()));
            }
        }
        said.find(Person.LOYALTY_NUMBER)
                .ifPresent(number -> found.add(Identifier.of(IdentifierType.LOYALTY_CARD, number)));
        said.find(Person.SOURCE_KEY).ifPresent(key -> found.add(Identifier.externalId(key)));
        said.getOrDefault(Person.EXTERNAL_IDS, Set.of()).forEach(key -> found.add(Identifier.externalId(key)));
        if (!record.isSighting() && !record.isByHand()) {
            found.add(Identifier.externalId(record.require(SourceRecord.SOURCE_KEY)));
        }
        Map<Long, Identifier> distinct = new TreeMap<>();
        found.forEach(each -> distinct.merge(each.key(), each, (one, other) -> one.verified() ? one : other));
        return List.copyOf(distinct.values());
    }

    private static String withoutExtension(String number) {
        int extension = number.indexOf(';');
        return extension < 0 ? number : number.substring(0, extension);
    }
}
