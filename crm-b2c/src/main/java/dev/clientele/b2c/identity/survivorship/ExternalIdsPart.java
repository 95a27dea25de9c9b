package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.person.Person;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The ids of a person in further systems: those of its records, which nobody can take away, and those that records name. */
final class ExternalIdsPart extends ElementsPart<String> {

    ExternalIdsPart() {
        super(
                Person.EXTERNAL_IDS.name(),
                PersonParts.MAX_TEXTS,
                ElementForms.TEXT,
                new PersonParts.TextSetAccess(Person.EXTERNAL_IDS));
    }

    @Override
    List<String> said(SaidRecord record) {
        Set<String> said = new TreeSet<>(record.said().getOrDefault(Person.EXTERNAL_IDS, Set.of()));
        record.said().find(Person.SOURCE_KEY).ifPresent(said::add);
        if (record.hasOwnKey()) {
            said.add(record.key());
        }
        return List.copyOf(said);
    }

    @Override
    boolean admits(Person person, Element<String> element) {
        return !element.identity().equals(person.get(Person.SOURCE_KEY));
    }

    @Override
    boolean isRemovable(Element<String> element) {
        return element.candidates().stream()
                .noneMatch(
                        each -> each.record().hasOwnKey() && each.record().key().equals(element.identity()));
    }
}
