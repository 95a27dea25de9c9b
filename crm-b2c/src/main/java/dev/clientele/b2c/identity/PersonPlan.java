package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.core.entity.Id;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The records of one person as they were found to belong together. The person's id is that of its oldest record, so that the id known
 * longest survives, and a person that comes apart has its former id again.
 *
 * @param records as they are stored, in the order of their refs
 */
record PersonPlan(List<SourceRecord> records) {

    UUID person() {
        return records.stream()
                .map(record -> record.id().value())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Persons that records of these were about before. */
    Set<UUID> before() {
        Set<UUID> persons = new TreeSet<>();
        records.forEach(record -> before(record).ifPresent(persons::add));
        return persons;
    }

    /** The person that a record was about before; what people enter is about the person that they see. */
    static Optional<UUID> before(SourceRecord record) {
        return record.isByHand() && record.person().isEmpty()
                ? Optional.of(UUID.fromString(record.externalId()))
                : record.person().map(Id::value);
    }

    boolean contains(UUID record) {
        return records.stream().anyMatch(each -> each.id().value().equals(record));
    }

    /** Returns whether some record isn't where it belongs yet. */
    boolean isChanged() {
        return records.stream().anyMatch(this::isChanged);
    }

    boolean isChanged(SourceRecord record) {
        return record.getOrDefault(SourceRecord.PENDING, false)
                || !Objects.equals(record.person().map(person -> person.value()).orElse(null), person());
    }

    /** Returns whether the person stays as it is: it is known already, and what is new says nothing that a person has. */
    boolean isQuiet() {
        return before().equals(Set.of(person()))
                && records.stream()
                        .filter(this::isChanged)
                        .allMatch(record -> record.isSighting()
                                && record.statement().person().isEmpty());
    }

    /** Returns whether nothing in the records says who somebody is, so that there is no person. */
    boolean isNobody(Set<UUID> usable) {
        return records.stream()
                .allMatch(record ->
                        record.isSighting() && !usable.contains(record.id().value()));
    }
}
